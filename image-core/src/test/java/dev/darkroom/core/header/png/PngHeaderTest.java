package dev.darkroom.core.header.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.ByteArrayBuilder;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.header.exif.Tiffs;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngHeaderTest {
    private static final ByteArrayBuilder HEADER = Pngs.header(4, 3, 8, 2);

    @Test
    void everythingThatAHeaderCanSayIsRead() throws Exception {
        assertThat(read(Pngs.rich()))
                .isEqualTo(new ImageInfo(
                        Format.PNG,
                        new Size(40, 30),
                        Orientation.ROTATED_90,
                        2,
                        true,
                        ColorModel.PALETTE,
                        new ColorEncoding.Cicp(9, 16),
                        8,
                        true,
                        false));
    }

    @Test
    void onlyDepthsOfTheSpecificationAreValid() throws Exception {
        Set<Integer> valid = Set.of(100, 200, 400, 800, 1600, 802, 1602, 103, 203, 403, 803, 804, 1604, 806, 1606);
        for (int depth = 0; depth <= 32; depth++) {
            for (int type = 0; type <= 8; type++) {
                Bytes file = Pngs.file(
                        Pngs.header(4, 3, depth, type),
                        Pngs.chunk("PLTE", new ByteArrayBuilder().zeros(3)),
                        Pngs.pixels());
                if (valid.contains(100 * depth + type)) {
                    ImageInfo info = read(file);
                    assertThat(info.bitDepth()).isEqualTo(depth);
                    assertThat(info.alpha()).isEqualTo(type >= 4);
                } else {
                    assertMalformed(file, "bit depth " + depth);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x80000000L, 0xFFFFFFFFL})
    void impossibleSizesAreMalformed(long side) {
        assertMalformed(Pngs.file(Pngs.header(side, 1, 8, 2), Pngs.pixels()), side + " pixels wide");
        assertMalformed(Pngs.file(Pngs.header(1, side, 8, 2), Pngs.pixels()), side + " pixels high");
    }

    @Test
    void hugeSizeIsReadSoThatALimitCanRefuseIt() throws Exception {
        assertThat(read(Pngs.file(Pngs.header(Integer.MAX_VALUE, 30_000, 16, 6), Pngs.pixels()))
                        .stored())
                .isEqualTo(new Size(Integer.MAX_VALUE, 30_000));
    }

    @Test
    void brokenHeadersAreMalformed() {
        assertMalformed(Pngs.file(Pngs.pixels()), "does not start with an IHDR");
        assertMalformed(Pngs.file(HEADER, HEADER, Pngs.pixels()), "two IHDR");
        assertMalformed(Pngs.file(HEADER), "no IDAT");
        assertMalformed(Pngs.file(Pngs.header(4, 3, 8, 3), Pngs.pixels()), "no PLTE");
        assertMalformed(
                Pngs.file(
                        Pngs.broken("IHDR", new ByteArrayBuilder().u32(4).u32(3).u8(8, 2, 0, 0, 0))),
                "checksum");
        assertMalformed(Pngs.file(Pngs.chunk("IHDR", new ByteArrayBuilder().zeros(12))), "12 bytes long");
        assertMalformed(
                Pngs.file(
                        Pngs.chunk("IHDR", new ByteArrayBuilder().u32(4).u32(3).u8(8, 2, 0, 0, 2))),
                "interlace");
        ByteArrayBuilder palette = Pngs.chunk("PLTE", new ByteArrayBuilder().zeros(4));
        assertMalformed(Pngs.file(Pngs.header(4, 3, 8, 3), palette, Pngs.pixels()), "4 bytes long");
        assertMalformed(
                Pngs.rgb(new ByteArrayBuilder().u32(0).u8('a', 'b', 0, 'c').u32(0)), "invalid chunk type");
        assertMalformed(
                Pngs.rgb(new ByteArrayBuilder().u32(0xFFFFFFFFL).text("tEXt").u32(0)), "tEXt chunk");
    }

    @Test
    void applesVariantIsNamed() {
        assertThatThrownBy(() ->
                        read(Pngs.file(Pngs.chunk("CgBI", new ByteArrayBuilder().zeros(4)), HEADER, Pngs.pixels())))
                .hasMessageContaining("CgBI")
                .extracting(e -> ((ImageException) e).failure())
                .isInstanceOf(Failure.Unsupported.class);
    }

    @Test
    void transparencyCountsOnlyWhereItIsValid() throws Exception {
        assertThat(read(Pngs.rgb(Pngs.chunk("tRNS", new ByteArrayBuilder().zeros(6))))
                        .alpha())
                .isTrue();
        assertThat(read(Pngs.rgb(Pngs.chunk("tRNS", new ByteArrayBuilder().zeros(2))))
                        .alpha())
                .isFalse();
        assertThat(read(Pngs.rgb(Pngs.broken("tRNS", new ByteArrayBuilder().zeros(6))))
                        .alpha())
                .isFalse();
        ByteArrayBuilder late = Pngs.chunk("tRNS", new ByteArrayBuilder().zeros(6));
        assertThat(read(Pngs.file(HEADER, Pngs.pixels(), late)).alpha()).isFalse();
    }

    @Test
    void framesAreThoseThatAreThere() throws Exception {
        assertThat(frames(Pngs.animation(3), 3)).isEqualTo(3);
        assertThat(frames(Pngs.animation(1_000_000), 2)).isEqualTo(2);
        assertThat(frames(Pngs.animation(1), 2)).isEqualTo(1);
        assertThat(frames(Pngs.animation(2), 0)).isEqualTo(1);
        assertThat(frames(Pngs.animation(0), 2)).isEqualTo(1);
        assertThat(frames(Pngs.animation(0x80000001L), 2)).isEqualTo(1);
        assertThat(frames(Pngs.broken("acTL", new ByteArrayBuilder().u32(2).u32(0)), 2))
                .isEqualTo(1);
        assertThat(frames(new ByteArrayBuilder(), 2)).isEqualTo(1);
        Bytes late = Pngs.file(HEADER, Pngs.pixels(), Pngs.animation(2), Pngs.frameControl(), Pngs.frameControl());
        assertThat(read(late).frames()).isEqualTo(1);
    }

    @Test
    void exifWithAWrongChecksumIsNotThere() throws Exception {
        ByteArrayBuilder exif = Pngs.broken("eXIf", Tiffs.withOrientation(6, true));
        assertThat(read(Pngs.rgb(exif)).orientation()).isEqualTo(Orientation.NORMAL);
    }

    @Test
    void millionTinyChunksAreWalked() throws Exception {
        byte[] tiny = Pngs.chunk("teXt", new ByteArrayBuilder()).array();
        ByteArrayBuilder many = new ByteArrayBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            many.add(tiny);
        }
        Bytes file = Pngs.rgb(many, Pngs.chunk("eXIf", Tiffs.withOrientation(3, true)));
        assertThat(read(file).orientation()).isEqualTo(Orientation.ROTATED_180);
    }

    private static int frames(ByteArrayBuilder animation, int there) throws ImageException {
        ByteArrayBuilder file = new ByteArrayBuilder().add(animation);
        for (int i = 0; i < there; i++) {
            file.add(Pngs.frameControl());
        }
        return read(Pngs.rgb(file)).frames();
    }

    private static ImageInfo read(Bytes file) throws ImageException {
        return HeaderReader.read(Format.PNG, file);
    }

    private static void assertMalformed(Bytes file, String word) {
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining(word)
                .extracting(e -> ((ImageException) e).failure())
                .isInstanceOf(Failure.Malformed.class);
    }
}
