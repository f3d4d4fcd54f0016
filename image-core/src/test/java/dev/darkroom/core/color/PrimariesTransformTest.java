package dev.darkroom.core.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.color.icc.Curve;
import dev.darkroom.core.color.icc.IccWriter;
import dev.darkroom.core.color.icc.TagBytes;
import dev.darkroom.core.color.icc.UnusableProfileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimariesTransformTest {
    private static final Chromaticities P3 = new Chromaticities(0.3127, 0.3290, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06);

    private static int[] convert(ColorTransform transform, int... rgb) {
        byte[] row = {(byte) rgb[0], (byte) rgb[1], (byte) rgb[2]};
        transform.apply(row, 0, 1, 3);
        return new int[] {row[0] & 0xff, row[1] & 0xff, row[2] & 0xff};
    }

    private static byte[] converted(ColorTransform transform) {
        byte[] samples = ColorSamples.rgb();
        transform.apply(samples, 0, samples.length / 3, 3);
        return samples;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.45455, 1 / 2.2, 0.45, 0.455})
    void usualGammaMeansSrgb(double gamma) throws Exception {
        assertThat(ColorTransform.ofGamma(gamma, Chromaticities.SRGB).isIdentity())
                .isTrue();
        Chromaticities rounded = new Chromaticities(0.31269, 0.32899, 0.63999, 0.33001, 0.3, 0.6, 0.15, 0.05999);
        assertThat(ColorTransform.ofGamma(gamma, rounded).isIdentity()).isTrue();
        assertThat(ColorTransform.from(new ColorEncoding.Gamma(gamma, P3), 1)
                        .transform()
                        .isIdentity())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1.0, 128, 188", "0.55, 128, 146", "0.35, 128, 104", "2.5, 128, 226", "1.0, 1, 13"})
    void otherGammaIsConvertedWithoutTouchingPrimaries(double gamma, int in, int out) throws Exception {
        ColorTransform transform = ColorTransform.ofGamma(gamma, Chromaticities.SRGB);
        assertThat(transform.isIdentity()).isFalse();
        assertThat(convert(transform, in, 0, 255)).containsExactly(out, 0, 255);
    }

    @Test
    void usualGammaWithOtherPrimariesIsConverted() throws Exception {
        ColorTransform transform = ColorTransform.ofGamma(0.45455, P3);
        assertThat(transform.isIdentity()).isFalse();
        assertThat(convert(transform, 128, 128, 128)).containsExactly(129, 129, 129);
        assertThat(convert(transform, 200, 100, 100)).satisfies(rgb -> {
            assertThat(rgb[0]).isGreaterThan(205);
            assertThat(rgb[1]).isLessThan(100);
        });
    }

    /** The colorants are those in the Display P3 profiles of Apple and Google. */
    @Test
    void displayP3IsWhatLittleCmsMakesOfItsProfile() throws Exception {
        IccWriter p3 = IccWriter.of("RGB ")
                .tag("rXYZ", TagBytes.xyz(0.51512, 0.24120, -0.00105))
                .tag("gXYZ", TagBytes.xyz(0.29198, 0.69225, 0.04189))
                .tag("bXYZ", TagBytes.xyz(0.15710, 0.06657, 0.78407))
                .tag("wtpt", TagBytes.xyz(0.9642, 1, 0.8249));
        byte[] srgbCurve = JdkLcms.toSrgb(p3.curves(TagBytes.srgbCurve()).bytes(), ColorSamples.rgb());
        assertThat(DeltaESummary.between(converted(ColorTransform.ofCicp(12, 13)), srgbCurve)
                        .p99())
                .isLessThan(0.5);
        byte[] gamma22 = JdkLcms.toSrgb(p3.curves(TagBytes.parametric(0, 2.2)).bytes(), ColorSamples.rgb());
        assertThat(DeltaESummary.between(converted(ColorTransform.ofGamma(1 / 2.2, P3)), gamma22)
                        .p99())
                .isLessThan(0.5);
    }

    @Test
    void srgbCodePointsAreTheIdentity() throws Exception {
        assertThat(ColorTransform.ofCicp(1, 13).isIdentity()).isTrue();
        assertThat(ColorTransform.ofCicp(1, 1).isIdentity()).isFalse();
        assertThat(ColorTransform.ofCicp(9, 13).isIdentity()).isFalse();
    }

    @Test
    void linearLightHasItsOwnCodePoint() throws Exception {
        assertThat(convert(ColorTransform.ofCicp(1, 8), 55, 1, 255)).containsExactly(128, 13, 255);
    }

    /** Published values of BT.709: the signal 0.081 is the light 0.018, and 0.5 is 0.2597. */
    @ParameterizedTest
    @ValueSource(ints = {1, 6, 14, 15})
    void broadcastCurvesAreInverted(int code) throws Exception {
        Curve curve = TransferCurve.of(code);
        assertThat(curve.at(0.081)).isCloseTo(0.018, within(1e-4));
        assertThat(curve.at(0.5)).isCloseTo(0.2597, within(1e-3));
        assertThat(curve.at(1)).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 7, 9, 11, 12, 22})
    void graysOfAllPrimariesStayGray(int primaries) throws Exception {
        ColorTransform transform = ColorTransform.ofCicp(primaries, 13);
        for (int v = 0; v < 256; v++) {
            for (int channel : convert(transform, v, v, v)) {
                assertThat(channel).as("of " + v).isBetween(v - 1, v + 1);
            }
        }
    }

    /** PQ 0.5807 and HLG 0.75 are the reference white of 203 cd/m² (ITU-R BT.2408, table 1). PQ 0.7518 is 1000 cd/m². */
    @Test
    void highDynamicRangeIsCompressedToWhite() throws Exception {
        double reference = (1 + 203 * 203 / 1e6) / 2;
        assertThat(TransferCurve.of(16).at(0.5807)).isCloseTo(reference, within(0.002));
        assertThat(TransferCurve.of(18).at(0.75)).isCloseTo(reference, within(0.002));
        assertThat(TransferCurve.of(16).at(0.7518)).isCloseTo(1, within(0.002));
        assertThat(TransferCurve.of(18).at(1)).isCloseTo(1, within(0.001));
        for (int code : new int[] {16, 18}) {
            ColorTransform transform = ColorTransform.ofCicp(9, code);
            assertThat(convert(transform, 0, 0, 0)).containsExactly(0, 0, 0);
            assertThat(convert(transform, 255, 255, 255)).containsExactly(255, 255, 255);
            int before = 0;
            for (int v = 0; v < 256; v++) {
                int after = convert(transform, v, v, v)[0];
                assertThat(after).isGreaterThanOrEqualTo(before);
                before = after;
            }
        }
    }

    @Test
    void grayPicturesTakeTheTransferAlone() {
        ColorTransform transform =
                ColorTransform.from(new ColorEncoding.Cicp(9, 8), 1).transform();
        byte[] gray = {1, 55};
        transform.apply(gray, 0, 2, 1);
        assertThat(gray).containsExactly(new int[] {13, 128});
    }

    @ParameterizedTest
    @CsvSource({
        "2, 13, primaries 2",
        "0, 13, primaries 0",
        "255, 13, primaries 255",
        "1, 2, characteristics 2",
        "1, 17, characteristics 17"
    })
    void unknownCodePointsAreIgnoredWithAWarning(int primaries, int transfer, String reason) {
        ColorConversion conversion = ColorTransform.from(new ColorEncoding.Cicp(primaries, transfer), 3);
        assertThat(conversion)
                .isInstanceOfSatisfying(
                        ColorConversion.Ignored.class,
                        ignored -> assertThat(ignored.warning())
                                .startsWith("cICP chunk ignored, sRGB assumed: ")
                                .contains(reason));
        assertThat(conversion.transform().isIdentity()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.00001, 21474.8, Double.NaN, Double.POSITIVE_INFINITY})
    void senselessGammaIsRefused(double gamma) {
        assertThatThrownBy(() -> ColorTransform.ofGamma(gamma, Chromaticities.SRGB))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining("gamma");
    }

    @Test
    void senselessChromaticitiesAreRefused() {
        double[][] senseless = {
            {0, 0, 0, 0, 0, 0, 0, 0},
            {0.3127, 0.3290, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3},
            {0.3127, 0.3290, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3},
            {0.3127, 0, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06},
            {0.9, 0.9, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06},
            {Double.NaN, 0.3290, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06},
            {0.3127, 0.3290, 21474, 0.33, 0.3, 0.6, 0.15, 0.06},
        };
        for (double[] c : senseless) {
            Chromaticities chromaticities = new Chromaticities(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
            assertThatThrownBy(() -> ColorTransform.ofGamma(1, chromaticities))
                    .isInstanceOf(UnusableProfileException.class);
        }
    }
}
