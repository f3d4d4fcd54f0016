package dev.darkroom.core.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.color.icc.IccWriter;
import dev.darkroom.core.color.icc.Lut;
import dev.darkroom.core.color.icc.LutBytes;
import dev.darkroom.core.color.icc.TagBytes;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColorTransformTest {
    private static final IccWriter LINEAR = IccWriter.srgbColorants(TagBytes.gamma(1));

    private static IccWriter labCube() {
        return IccWriter.of("RGB ")
                .lab()
                .tag("A2B0", LutBytes.lut16(17, x -> x, x -> x, (r, g, b) -> new double[] {
                    (0.3 * r + 0.6 * g + 0.1 * b) * 0xff00 / 65535, 0.5 + 0.1 * (r - g), 0.5 + 0.1 * (g - b)
                }));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    @Test
    void linearLightBecomesSrgb() throws Exception {
        byte[] row = {0, 0, 0, (byte) 255, (byte) 255, (byte) 255, 55, 55, 55, 1, 1, 1};
        LINEAR.transform().apply(row, 0, 4, 3);
        assertThat(row).containsExactly(new int[] {0, 0, 0, 255, 255, 255, 128, 128, 128, 13, 13, 13});
    }

    @Test
    void onlyTheColoursOfTheGivenPixelsChange() throws Exception {
        byte[] before = random(4 * 12);
        for (ColorTransform transform : new ColorTransform[] {
            LINEAR.transform(), labCube().transform(), ColorTransform.ofGamma(1, Chromaticities.SRGB)
        }) {
            byte[] after = before.clone();
            transform.apply(after, 8, 7, 4);
            byte[] packed = new byte[21];
            for (int p = 0; p < 7; p++) {
                System.arraycopy(before, 8 + 4 * p, packed, 3 * p, 3);
            }
            transform.apply(packed, 0, 7, 3);
            for (int i = 0; i < before.length; i++) {
                boolean colour = i >= 8 && i < 36 && i % 4 != 3;
                assertThat(after[i]).as("at " + i).isEqualTo(colour ? packed[(i - 8) / 4 * 3 + i % 4] : before[i]);
            }
            assertThat(after).isNotEqualTo(before);
        }
    }

    @Test
    void rowThatIsTooShortIsAProgrammingError() throws Exception {
        ColorTransform transform = LINEAR.transform();
        assertThatThrownBy(() -> transform.apply(new byte[9], 1, 3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> transform.apply(new byte[9], 0, 9, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ColorTransform.from(ColorEncoding.SRGB, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lookupTableIsFollowedBetweenTheGridsPoints() throws Exception {
        IccWriter writer = labCube();
        Lut lut = writer.profile().lut();
        byte[] samples = ColorSamples.rgb();
        byte[] converted = samples.clone();
        writer.transform().apply(converted, 0, samples.length / 3, 3);
        assertThat(lut).isNotNull();
        for (int i = 0; i < samples.length; i += 3) {
            double[] xyz = lut.toXyz(
                    (samples[i] & 0xff) / 255.0, (samples[i + 1] & 0xff) / 255.0, (samples[i + 2] & 0xff) / 255.0);
            double[] light = Srgb.FROM_XYZ_D50.times(xyz[0], xyz[1], xyz[2]);
            for (int c = 0; c < 3; c++) {
                double exact = 255 * Srgb.encode(light[c]);
                assertThat(Math.abs((converted[i + c] & 0xff) - exact))
                        .as("sample " + (i + c))
                        .isLessThan(1.5);
            }
        }
    }

    @Test
    void grayProfileKeepsGrayInAnyLayout() throws Exception {
        ColorTransform transform =
                IccWriter.of("GRAY").tag("kTRC", TagBytes.gamma(1)).transform();
        byte[] gray = {0, 1, 55, (byte) 255};
        transform.apply(gray, 0, 4, 1);
        assertThat(gray).containsExactly(new int[] {0, 13, 128, 255});
        byte[] rgba = {55, 55, 55, 7};
        transform.apply(rgba, 0, 1, 4);
        assertThat(rgba).containsExactly(new int[] {128, 128, 128, 7});
    }

    @Test
    void grayProfileWithLabGivesLightness() throws Exception {
        ColorTransform transform =
                IccWriter.of("GRAY").lab().tag("kTRC", TagBytes.gamma(1)).transform();
        byte[] gray = {0, (byte) 128, (byte) 255};
        transform.apply(gray, 0, 3, 1);
        assertThat(gray).containsExactly(new int[] {0, 119, 255});
    }

    @Test
    void grayProfileMayHaveATable() throws Exception {
        byte[] table = LutBytes.lut16(1, 16, x -> x, x -> x, (v, g, b) -> new double[] {v / 2, v / 2, v / 2});
        byte[] gray = {0, 55, (byte) 255};
        IccWriter.of("GRAY").tag("A2B0", table).transform().apply(gray, 0, 3, 1);
        assertThat(gray).containsExactly(new int[] {0, 128, 255});
    }

    @Test
    void profileForAnotherKindOfPictureIsIgnoredWithAWarning() {
        ColorEncoding rgb = new ColorEncoding.Icc(Bytes.wrap(LINEAR.bytes()));
        ColorEncoding gray = new ColorEncoding.Icc(
                Bytes.wrap(IccWriter.of("GRAY").tag("kTRC", TagBytes.gamma(1)).bytes()));
        assertThat(ColorTransform.from(rgb, 3)).isInstanceOf(ColorConversion.Understood.class);
        assertThat(ColorTransform.from(gray, 1)).isInstanceOf(ColorConversion.Understood.class);
        assertThat(ColorTransform.from(rgb, 1))
                .isEqualTo(new ColorConversion.Ignored(
                        "ICC profile ignored, sRGB assumed: it is for RGB, the picture is gray"));
        assertThat(ColorTransform.from(gray, 3))
                .isEqualTo(new ColorConversion.Ignored(
                        "ICC profile ignored, sRGB assumed: it is for gray, the picture is not"));
    }

    @Test
    void brokenProfileIsIgnoredWithAWarning() {
        ColorConversion conversion = ColorTransform.from(new ColorEncoding.Icc(Bytes.wrap(new byte[300])), 3);
        assertThat(conversion)
                .isEqualTo(new ColorConversion.Ignored("ICC profile ignored, sRGB assumed: it has no ICC signature"));
        assertThat(conversion.transform().isIdentity()).isTrue();
        assertThat(ColorTransform.from(ColorEncoding.SRGB, 3).transform().isIdentity())
                .isTrue();
    }
}
