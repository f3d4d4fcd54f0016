package dev.darkroom.codecs.jpeg;

/**
 * The DCT (ITU-T T.81, A.3.3) of a row of 8 x 8 blocks side by side, and its quantization. Every loop writes one array, along the row, so
 * that C2 compiles it to vectors; for the same reason columns are transformed first, and then, each of them made a row, the rows.
 */
final class ForwardDct {
    static final int SIZE = 8;
    private static final int HALF = SIZE / 2;
    private static final int ZERO_LEVEL = 128;
    /** Makes coefficients positive, so that cutting off rounds them: larger than any. */
    private static final int POSITIVE = 1 << 14;

    private static final float[][] COSINES = cosines();
    private static final int[] PLACES = Quantization.places();

    private final float[][] lines;
    private final float[][] sums;
    private final float[][] differences;
    private final float[][] transformed;
    /** By the column of a coefficient in its block: one over its quantum, for every row of every block. */
    private final float[][] scales;

    /**
     * @param columns samples side by side, a multiple of 8
     * @param quanta in the order of rows
     */
    ForwardDct(int columns, int[] quanta) {
        this.lines = new float[SIZE][columns];
        this.sums = new float[HALF][columns];
        this.differences = new float[HALF][columns];
        this.transformed = new float[SIZE][columns];
        this.scales = new float[SIZE][columns];
        for (int x = 0; x < SIZE; x++) {
            for (int i = 0; i < columns; i++) {
                scales[x][i] = 1f / quanta[i % SIZE * SIZE + x];
            }
        }
    }

    static long bytes(int columns) {
        return 4L * columns * (3 * SIZE + 2 * HALF);
    }

    /** Takes eight rows of samples, from {@code first} on. */
    void transform(byte[][] rows, int first) {
        for (int y = 0; y < SIZE; y++) {
            level(rows[first + y], lines[y]);
        }
        transform();
        for (int y = 0; y < SIZE; y++) {
            turn(transformed[y], lines, y);
        }
        transform();
        for (int x = 0; x < SIZE; x++) {
            quantize(transformed[x], scales[x]);
        }
    }

    /**
     * Reads a block's quantized coefficients.
     *
     * @param coefficients takes those that are not zero, in a scan's order from {@code at} on
     * @return which those are: bit {@code i} for place {@code i}
     */
    long block(int block, short[] coefficients, int at) {
        long set = 0;
        for (int x = 0; x < SIZE; x++) {
            float[] column = transformed[x];
            for (int y = 0; y < SIZE; y++) {
                int value = (int) column[block * SIZE + y] - POSITIVE;
                if (value != 0) {
                    int place = PLACES[y * SIZE + x];
                    coefficients[at + place] = (short) value;
                    set |= 1L << place;
                }
            }
        }
        return set;
    }

    /** From {@link #lines} to {@link #transformed}, element by element: even results are made of sums, odd ones of differences. */
    private void transform() {
        for (int i = 0; i < HALF; i++) {
            add(lines[i], lines[SIZE - 1 - i], sums[i]);
            subtract(lines[i], lines[SIZE - 1 - i], differences[i]);
        }
        for (int k = 0; k < SIZE; k++) {
            weigh(k % 2 == 0 ? sums : differences, COSINES[k], transformed[k]);
        }
    }

    private static void level(byte[] samples, float[] levels) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (samples[i] & 0xFF) - ZERO_LEVEL;
        }
    }

    private static void add(float[] a, float[] b, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
    }

    private static void subtract(float[] a, float[] b, float[] difference) {
        for (int i = 0; i < difference.length; i++) {
            difference[i] = a[i] - b[i];
        }
    }

    private static void weigh(float[][] four, float[] weights, float[] result) {
        weigh(four[0], four[1], four[2], four[3], weights[0], weights[1], weights[2], weights[3], result);
    }

    private static void weigh(
            float[] a, float[] b, float[] c, float[] d, float wa, float wb, float wc, float wd, float[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static void quantize(float[] coefficients, float[] scale) {
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = coefficients[i] * scale[i] + (POSITIVE + 0.5f);
        }
    }

    /** Row {@code y} of every block becomes column {@code y}. */
    private static void turn(float[] row, float[][] turned, int y) {
        float[] a = turned[0];
        float[] b = turned[1];
        float[] c = turned[2];
        float[] d = turned[3];
        float[] e = turned[4];
        float[] f = turned[5];
        float[] g = turned[6];
        float[] h = turned[7];
        for (int block = 0; block < row.length; block += SIZE) {
            a[block + y] = row[block];
            b[block + y] = row[block + 1];
            c[block + y] = row[block + 2];
            d[block + y] = row[block + 3];
            e[block + y] = row[block + 4];
            f[block + y] = row[block + 5];
            g[block + y] = row[block + 6];
            h[block + y] = row[block + 7];
        }
    }

    /** What the first four of eight samples weigh in each result; the others weigh the same, or for odd ones the opposite. */
    private static float[][] cosines() {
        float[][] cosines = new float[SIZE][HALF];
        for (int k = 0; k < SIZE; k++) {
            double norm = k == 0 ? Math.sqrt(0.125) : 0.5;
            for (int i = 0; i < HALF; i++) {
                cosines[k][i] = (float) (norm * Math.cos((2 * i + 1) * k * Math.PI / 16));
            }
        }
        return cosines;
    }
}
