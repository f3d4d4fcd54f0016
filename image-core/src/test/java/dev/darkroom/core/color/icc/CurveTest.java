package dev.darkroom.core.color.icc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {
    private static final double TOLERANCE = 1e-4;

    private static Curve curve(byte[] tag) throws UnusableProfileException {
        return CurveParser.parse(new IccBytes(Bytes.wrap(tag)));
    }

    private static void assertCurve(Curve curve, double x, double y) {
        assertThat(curve.at(x)).as("at " + x).isCloseTo(y, within(TOLERANCE));
    }

    @Test
    void curveWithoutEntriesIsTheIdentity() throws Exception {
        Curve curve = curve(TagBytes.type("curv").u32(0).bytes());
        assertCurve(curve, 0.3, 0.3);
        assertCurve(curve, -0.3, -0.3);
    }

    @Test
    void curveWithOneEntryIsAGammaInEighthFixedPoint() throws Exception {
        assertCurve(curve(TagBytes.gamma(1.8)), 0.5, Math.pow(0.5, 461 / 256.0));
    }

    @Test
    void tableIsLinearBetweenItsEntriesAndConstantBeyond() throws Exception {
        Curve curve = curve(TagBytes.type("curv").u32(3).u16(6553, 13107, 65535).bytes());
        assertCurve(curve, 0, 0.1);
        assertCurve(curve, 0.25, 0.15);
        assertCurve(curve, 0.5, 0.2);
        assertCurve(curve, 0.75, 0.6);
        assertCurve(curve, 1, 1);
        assertCurve(curve, -1, 0.1);
        assertCurve(curve, 2, 1);
    }

    @Test
    void function0IsAPower() throws Exception {
        Curve curve = curve(TagBytes.parametric(0, 2.5));
        assertCurve(curve, 0.5, Math.pow(0.5, 2.5));
        assertCurve(curve, -0.5, 0);
    }

    @Test
    void function1IsZeroUntilItsLineCrossesZero() throws Exception {
        Curve curve = curve(TagBytes.parametric(1, 2, 2, -0.5));
        assertCurve(curve, 0.1, 0);
        assertCurve(curve, 0.25, 0);
        assertCurve(curve, 0.5, 0.25);
    }

    @Test
    void function2IsAConstantUntilItsLineCrossesZero() throws Exception {
        Curve curve = curve(TagBytes.parametric(2, 2, 2, -0.5, 0.125));
        assertCurve(curve, 0.1, 0.125);
        assertCurve(curve, 0.5, 0.375);
    }

    @Test
    void function3IsALineThenAPower() throws Exception {
        Curve curve = curve(TagBytes.srgbCurve());
        assertCurve(curve, 0.03, 0.03 / 12.92);
        assertCurve(curve, 0.5, 0.21404);
    }

    @Test
    void function4HasOffsetsOnBothSides() throws Exception {
        Curve curve = curve(TagBytes.parametric(4, 2, 0.5, 0.25, 0.125, 0.5, 0.0625, 0.03125));
        assertCurve(curve, 0.25, 0.0625);
        assertCurve(curve, 0.5, 0.3125);
        assertCurve(curve, 1, 0.625);
    }

    @Test
    void curvesInARowBeginAtMultiplesOfFour() throws Exception {
        byte[] gamma = TagBytes.type("curv").u32(1).u16(512).u16(0).bytes();
        byte[] row = new TagBytes()
                .raw(gamma)
                .raw(TagBytes.parametric(0, 3))
                .raw(gamma)
                .bytes();
        Curve[] curves = CurveParser.parseRow(new IccBytes(Bytes.wrap(row)), 3);
        assertCurve(curves[0], 0.5, 0.25);
        assertCurve(curves[1], 0.5, 0.125);
        assertCurve(curves[2], 0.5, 0.25);
    }

    @Test
    void hostileParametersGiveFiniteValues() throws Exception {
        double large = 32767.9;
        for (double g : new double[] {-large, -1, 0, large}) {
            Curve curve = curve(TagBytes.parametric(4, g, large, -large, large, 0.5, large, -large));
            for (double x : new double[] {-1, 0, 0.5, 1, 1e6}) {
                assertThat(curve.at(x)).isBetween(-65536.0, 65536.0);
            }
        }
    }

    @Test
    void tableLongerThanItsTagIsRefused() {
        assertThatThrownBy(() ->
                        curve(TagBytes.type("curv").u32(0xffffffffL).u16(1, 2).bytes()))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining("cut short");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 0x7fff})
    void unknownFunctionIsRefused(int function) {
        assertThatThrownBy(() -> curve(TagBytes.parametric(function, 1, 1, 1, 1, 1, 1, 1)))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining("function " + function);
    }

    @Test
    void functionThatDividesByZeroIsRefused() {
        assertThatThrownBy(() -> curve(TagBytes.parametric(1, 2, 0, 1))).isInstanceOf(UnusableProfileException.class);
    }
}
