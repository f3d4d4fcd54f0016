package dev.darkroom.core.header.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.ByteArrayBuilder;
import dev.darkroom.core.header.HeaderReader;
import org.junit.jupiter.api.Test;

class PngColorTest {
    private static final ByteArrayBuilder CICP = Pngs.chunk("cICP", new ByteArrayBuilder().u8(12, 13, 0, 1));
    private static final ByteArrayBuilder SRGB = Pngs.chunk("sRGB", new ByteArrayBuilder().u8(0));
    private static final ByteArrayBuilder PROFILE = Pngs.profile(Pngs.statedLength(200, 200));
    private static final ByteArrayBuilder WIDE =
            Pngs.chromaticities(31270, 32900, 70800, 29200, 17000, 79700, 13100, 4600);
    private static final ByteArrayBuilder NARROW =
            Pngs.chromaticities(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);

    @Test
    void cicpBeatsProfileBeatsSrgbBeatsGamma() throws Exception {
        ColorEncoding profile = new ColorEncoding.Icc(Bytes.wrap(Pngs.statedLength(200, 200)));
        assertThat(color(Pngs.gamma(100_000), SRGB, PROFILE, CICP)).isEqualTo(new ColorEncoding.Cicp(12, 13));
        assertThat(color(Pngs.gamma(100_000), SRGB, PROFILE)).isEqualTo(profile);
        assertThat(color(Pngs.gamma(100_000), SRGB)).isEqualTo(ColorEncoding.SRGB);
        assertThat(color(Pngs.gamma(100_000))).isEqualTo(new ColorEncoding.Gamma(1, Chromaticities.SRGB));
        assertThat(color()).isEqualTo(ColorEncoding.SRGB);
    }

    @Test
    void gammaOfSrgbIsSrgbUnlessThePrimariesAreOthers() throws Exception {
        assertThat(color(Pngs.gamma(45455))).isEqualTo(ColorEncoding.SRGB);
        assertThat(color(Pngs.gamma(45455), NARROW)).isEqualTo(ColorEncoding.SRGB);
        assertThat(color(Pngs.gamma(45455), WIDE))
                .isEqualTo(new ColorEncoding.Gamma(
                        0.45455, new Chromaticities(0.3127, 0.329, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046)));
        assertThat(color(WIDE)).as("no gamma, no meaning").isEqualTo(ColorEncoding.SRGB);
        assertThat(color(Pngs.gamma(55000), NARROW)).isInstanceOf(ColorEncoding.Gamma.class);
    }

    @Test
    void chunksThatBreakTheirRulesDoNotCount() throws Exception {
        assertThat(color(SRGB, Pngs.chunk("cICP", new ByteArrayBuilder().u8(12, 13, 1, 1))))
                .isEqualTo(ColorEncoding.SRGB);
        assertThat(color(SRGB, Pngs.chunk("cICP", new ByteArrayBuilder().u8(12, 13, 0, 0))))
                .isEqualTo(ColorEncoding.SRGB);
        assertThat(color(SRGB, Pngs.chunk("cICP", new ByteArrayBuilder().u8(12, 13))))
                .isEqualTo(ColorEncoding.SRGB);
        assertThat(color(Pngs.gamma(0))).isEqualTo(ColorEncoding.SRGB);
        assertThat(color(Pngs.gamma(0xFFFFFFFFL))).isEqualTo(ColorEncoding.SRGB);
        assertThat(color(Pngs.broken("gAMA", new ByteArrayBuilder().u32(100_000))))
                .isEqualTo(ColorEncoding.SRGB);
        assertThat(color(Pngs.gamma(100_000), Pngs.chromaticities(1, 0, 0, 0, 0, 0, 0, 0)))
                .as("primaries on a line")
                .isEqualTo(new ColorEncoding.Gamma(1, Chromaticities.SRGB));
    }

    @Test
    void onlyTheFirstProfileIsInflated() throws Exception {
        ByteArrayBuilder endsEarly = Pngs.profile(Pngs.statedLength(1 << 20, (1 << 20) - 1));
        assertThat(color(endsEarly, PROFILE)).isEqualTo(ColorEncoding.SRGB);
    }

    @Test
    void cicpOfSrgbIsSrgb() throws Exception {
        assertThat(color(PROFILE, Pngs.chunk("cICP", new ByteArrayBuilder().u8(1, 13, 0, 1))))
                .isEqualTo(ColorEncoding.SRGB);
    }

    @Test
    void colourAfterThePixelsDoesNotCount() throws Exception {
        Bytes file = Pngs.file(Pngs.header(4, 3, 8, 2), Pngs.pixels(), Pngs.gamma(100_000));
        assertThat(HeaderReader.read(Format.PNG, file).color()).isEqualTo(ColorEncoding.SRGB);
    }

    private static ColorEncoding color(ByteArrayBuilder... chunks) throws ImageException {
        return HeaderReader.read(Format.PNG, Pngs.rgb(chunks)).color();
    }
}
