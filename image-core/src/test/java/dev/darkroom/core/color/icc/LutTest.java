package dev.darkroom.core.color.icc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LutTest {
    private static final double[] UNIT_WITHOUT_OFFSET = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};

    private static Lut lut(IccWriter writer) throws UnusableProfileException {
        Lut lut = writer.profile().lut();
        assertThat(lut).isNotNull();
        return lut;
    }

    private static IccWriter rgb(byte[] table) {
        return IccWriter.of("RGB ").tag("A2B0", table);
    }

    private static void assertXyz(double[] actual, double... expected) {
        assertThat(actual).containsExactly(expected, within(0.001));
    }

    /** Encodes XYZ. Half of the range is 1. */
    private static double[] xyz(double x, double y, double z) {
        return new double[] {x * 32768 / 65535, y * 32768 / 65535, z * 32768 / 65535};
    }

    @Test
    void lut16OfXyzReproducesLinearFunctionsOfEachAxis() throws Exception {
        Lut lut = lut(rgb(LutBytes.lut16(
                5, x -> x, x -> x, (r, g, b) -> xyz(0.9 * r, 0.5 * g + 0.25 * b, 1 - 0.5 * b - 0.25 * r))));
        assertXyz(lut.toXyz(0.1, 0.7, 0.33), 0.09, 0.4325, 0.81);
        assertXyz(lut.toXyz(1, 1, 1), 0.9, 0.75, 0.25);
        assertXyz(lut.toXyz(0, 0, 0), 0, 0, 1);
    }

    @Test
    void lut16AppliesInputAndOutputTables() throws Exception {
        Lut lut = lut(rgb(LutBytes.lut16(9, x -> 1 - x, x -> x / 2, (r, g, b) -> new double[] {r, g, b})));
        assertXyz(lut.toXyz(0.25, 0.5, 1), 0.75, 0.5, 0);
    }

    @Test
    void lut16HasTheOldEncodingOfLab() throws Exception {
        double neutral = 0x8000 / 65535.0;
        Lut lut = lut(rgb(LutBytes.lut16(
                        2, x -> x, x -> x, (r, g, b) -> new double[] {g * 0xff00 / 65535, neutral, neutral}))
                .lab());
        assertXyz(lut.toXyz(0, 1, 0), Pcs.d50());
        assertXyz(lut.toXyz(0, 0.5, 0), Pcs.lab(50, 0, 0));
    }

    @Test
    void lut8HasTheNewEncodingOfLab() throws Exception {
        Lut lut = lut(rgb(LutBytes.lut8(2, (r, g, b) -> new double[] {g, 168 / 255.0, 88 / 255.0}))
                .lab());
        assertXyz(lut.toXyz(0, 1, 0), Pcs.lab(100, 40, -40));
    }

    @Test
    void lut8AppliesItsMatrixFirst() throws Exception {
        double[] rotate = {0, 1, 0, 0, 0, 1, 1, 0, 0};
        Lut lut = lut(rgb(LutBytes.lut8(2, rotate, x -> x, x -> x, (r, g, b) -> new double[] {r / 2, g / 2, b / 2})));
        assertThat(lut.toXyz(0.25, 0.5, 0.75)).containsExactly(new double[] {0.5, 0.75, 0.25}, within(0.01));
    }

    @Test
    void lutAToBAppliesItsStagesInOrder() throws Exception {
        byte[] table = LutBytes.aToB(
                TagBytes.gamma(2),
                3,
                2,
                (r, g, b) -> new double[] {1 - r, g, b / 2},
                TagBytes.gamma(1),
                new double[] {0.5, 0, 0, 0, 0.25, 0, 0, 0, 1, 0, 0.25, 0},
                TagBytes.parametric(1, 2, 1, 0));
        double[] actual = lut(rgb(table)).toXyz(0.5, 0.5, 0.5);
        double scale = 65535 / 32768.0;
        assertXyz(actual, scale * 0.375 * 0.375, scale * 0.3125 * 0.3125, scale * 0.125 * 0.125);
    }

    @Test
    void lutAToBOfEightBitLab() throws Exception {
        byte[] straight = TagBytes.type("curv").u32(0).bytes();
        byte[] table = LutBytes.aToB(
                straight,
                4,
                1,
                (r, g, b) -> new double[] {r, 128 / 255.0, 128 / 255.0},
                straight,
                UNIT_WITHOUT_OFFSET,
                straight);
        assertXyz(lut(rgb(table).lab()).toXyz(1, 0, 1), Pcs.d50());
    }

    @Test
    void lutAToBMayBeCurvesAlone() throws Exception {
        byte[] table = TagBytes.type("mAB ")
                .u8(3, 3, 0, 0)
                .u32(32, 0, 0, 0, 0)
                .raw(TagBytes.parametric(0, 2))
                .raw(TagBytes.parametric(0, 1))
                .raw(TagBytes.parametric(0, 1))
                .bytes();
        double scale = 65535 / 32768.0;
        assertXyz(lut(rgb(table)).toXyz(0.5, 0.5, 0.25), scale * 0.25, scale * 0.5, scale * 0.25);
    }

    /** If only one corner of the cell is set, each of the six tetrahedra has a closed form. */
    @Test
    void interpolatesAlongTetrahedra() throws Exception {
        Lut white = lut(rgb(LutBytes.lut16(2, x -> x, x -> x, (r, g, b) -> xyz(0, r * g * b, 0))));
        Lut red = lut(rgb(LutBytes.lut16(2, x -> x, x -> x, (r, g, b) -> xyz(0, r * (1 - g) * (1 - b), 0))));
        Lut cyan = lut(rgb(LutBytes.lut16(2, x -> x, x -> x, (r, g, b) -> xyz(0, (1 - r) * g * b, 0))));
        double[] v = {0.2, 0.5, 0.9};
        for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            double r = v[order[0]];
            double g = v[order[1]];
            double b = v[order[2]];
            String at = Arrays.toString(order);
            assertThat(white.toXyz(r, g, b)[1]).as(at).isCloseTo(Math.min(r, Math.min(g, b)), within(1e-3));
            assertThat(red.toXyz(r, g, b)[1]).as(at).isCloseTo(Math.max(0, r - Math.max(g, b)), within(1e-3));
            assertThat(cyan.toXyz(r, g, b)[1]).as(at).isCloseTo(Math.max(0, Math.min(g, b) - r), within(1e-3));
        }
    }

    @Test
    void headersIntentChoosesTheTable() throws Exception {
        for (int intent = 0; intent < 4; intent++) {
            IccWriter writer = IccWriter.of("RGB ").intent(intent);
            for (int t = 0; t < 3; t++) {
                double y = 0.25 * (t + 1);
                writer.tag("A2B" + t, LutBytes.lut16(2, x -> x, x -> x, (r, g, b) -> xyz(0, y, 0)));
            }
            int table = intent == 3 ? 1 : intent;
            assertThat(lut(writer).toXyz(1, 1, 1)[1]).isCloseTo(0.25 * (table + 1), within(1e-3));
            assertThat(lut(writer.without("A2B1").without("A2B2")).toXyz(1, 1, 1)[1])
                    .isCloseTo(0.25, within(1e-3));
        }
    }

    @Test
    void gridThatIsNotThereIsRefused() {
        byte[] table = LutBytes.lut16(9, x -> x, x -> x, (r, g, b) -> new double[] {r, g, b});
        table[10] = (byte) 255;
        assertThatThrownBy(() -> lut(rgb(table)))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining("cut short");
        table[10] = 1;
        assertThatThrownBy(() -> lut(rgb(table)))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining("grid points");
    }

    @Test
    void tableForOtherChannelsIsRefused() {
        byte[] table = LutBytes.lut8(2, (r, g, b) -> new double[] {r, g, b});
        table[8] = 4;
        assertThatThrownBy(() -> lut(rgb(table)))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining("4 inputs");
        assertThatThrownBy(() -> lut(rgb(TagBytes.gamma(2)))).isInstanceOf(UnusableProfileException.class);
    }
}
