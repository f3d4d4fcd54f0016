package dev.darkroom.core.color;

import static dev.darkroom.core.color.ProfileChecks.isSrgb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.color.icc.IccWriter;
import dev.darkroom.core.color.icc.LutBytes;
import dev.darkroom.core.color.icc.TagBytes;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** A profile is recognized as sRGB by its effect, not by its name. */
class SrgbRecognitionTest {
    private static final byte[] NAME =
            TagBytes.type("desc").u32(18).text("sRGB IEC61966-2.1\0").bytes();
    private static final DoubleUnaryOperator SRGB = Srgb::decode;

    private static byte[] encodedXyz(double[] xyz) {
        return TagBytes.xyz(xyz[0], xyz[1], xyz[2]);
    }

    private static double[] lightOfSrgb(double r, double g, double b) {
        double[] xyz = Srgb.FROM_XYZ_D50.inverse().times(Srgb.decode(r), Srgb.decode(g), Srgb.decode(b));
        double scale = 32768 / 65535.0;
        return new double[] {scale * xyz[0], scale * xyz[1], scale * xyz[2]};
    }

    @Test
    void parametricAndSampledCurvesAreRecognised() throws Exception {
        assertThat(isSrgb(IccWriter.srgbColorants(TagBytes.srgbCurve()).profile()))
                .isTrue();
        assertThat(isSrgb(IccWriter.srgbColorants(TagBytes.sampled(1024, SRGB))
                        .version(2)
                        .profile()))
                .isTrue();
        assertThat(isSrgb(IccWriter.srgbColorants(TagBytes.sampled(4096, SRGB)).profile()))
                .isTrue();
    }

    @Test
    void smallTablesAreRecognised() throws Exception {
        assertThat(isSrgb(IccWriter.srgbColorants(TagBytes.sampled(128, SRGB)).profile()))
                .isTrue();
    }

    @Test
    void primariesRoundedByOtherMakersAreRecognised() throws Exception {
        IccWriter writer = IccWriter.of("RGB ")
                .tag("rXYZ", TagBytes.xyz(0.43604, 0.22247, 0.01389))
                .tag("gXYZ", TagBytes.xyz(0.38512, 0.71690, 0.09706))
                .tag("bXYZ", TagBytes.xyz(0.14305, 0.06061, 0.71391))
                .curves(TagBytes.srgbCurve());
        assertThat(isSrgb(writer.profile())).isTrue();
    }

    @Test
    void lookupTableThatIsSrgbIsRecognised() throws Exception {
        byte[] table = LutBytes.lut16(3, x -> x, x -> x, (r, g, b) -> lightOfSrgb(r, g, b));
        byte[] fine = LutBytes.aToB(
                TagBytes.srgbCurve(),
                2,
                2,
                (r, g, b) -> new double[] {r, g, b},
                TagBytes.gamma(1),
                matrixOfSrgb(),
                TagBytes.gamma(1));
        assertThat(isSrgb(IccWriter.of("RGB ").tag("A2B0", fine).profile())).isTrue();
        assertThat(isSrgb(IccWriter.of("RGB ").tag("A2B0", table).profile()))
                .as("three points are too coarse")
                .isFalse();
    }

    private static double[] matrixOfSrgb() {
        double[] m = Srgb.FROM_XYZ_D50.inverse().m;
        double[] twelve = new double[12];
        for (int i = 0; i < 9; i++) {
            twelve[i] = m[i] * 32768 / 65535;
        }
        return twelve;
    }

    @Test
    void grayWithTheSrgbCurveIsRecognised() throws Exception {
        assertThat(isSrgb(IccWriter.of("GRAY")
                        .tag("kTRC", TagBytes.sampled(1024, SRGB))
                        .profile()))
                .isTrue();
        assertThat(isSrgb(IccWriter.of("GRAY").tag("kTRC", TagBytes.gamma(2.2)).profile()))
                .isFalse();
    }

    @Test
    void nameAloneIsNotBelieved() throws Exception {
        IccWriter adobe = IccWriter.of("RGB ")
                .tag("desc", NAME)
                .tag("rXYZ", TagBytes.xyz(0.60974, 0.31111, 0.01947))
                .tag("gXYZ", TagBytes.xyz(0.20528, 0.62567, 0.06087))
                .tag("bXYZ", TagBytes.xyz(0.14919, 0.06322, 0.74457))
                .curves(TagBytes.srgbCurve());
        assertThat(adobe.profile().description()).isEqualTo("sRGB IEC61966-2.1");
        assertThat(isSrgb(adobe.profile())).isFalse();
    }

    @Test
    void otherCurvesAreNotSrgb() throws Exception {
        assertThat(isSrgb(IccWriter.srgbColorants(TagBytes.gamma(2.2)).profile()))
                .isFalse();
        assertThat(isSrgb(IccWriter.srgbColorants(TagBytes.gamma(1.8)).profile()))
                .isFalse();
    }

    @Test
    void swappedPrimariesAreNotSrgb() throws Exception {
        IccWriter writer = IccWriter.srgbColorants(TagBytes.srgbCurve())
                .tag("rXYZ", encodedXyz(new double[] {0.38515, 0.71687, 0.09708}))
                .tag("gXYZ", encodedXyz(new double[] {0.43607, 0.22249, 0.01392}));
        assertThat(isSrgb(writer.profile())).isFalse();
    }

    @Test
    void tableOverridesColorants() throws Exception {
        byte[] dark = LutBytes.lut16(2, x -> x, x -> x, (r, g, b) -> new double[3]);
        assertThat(isSrgb(IccWriter.srgbColorants(TagBytes.srgbCurve())
                        .tag("A2B0", dark)
                        .profile()))
                .isFalse();
    }

    @Test
    void unusableProfileIsNotSrgb() throws Exception {
        assertThat(isSrgb(IccWriter.of("CMYK").profile())).isFalse();
    }
}
