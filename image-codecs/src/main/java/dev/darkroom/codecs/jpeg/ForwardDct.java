package dev.darkroom.codecs.jpeg;

/**
 * Forward DCT (ITU-T T.81, A.3.3) and quantization of a row of adjacent 8 x 8 blocks. Every loop writes one array along the row, so that C2
 * compiles the loop to vector instructions. For the same reason, the columns are transformed first. Then the blocks are transposed and the
 * rows are transformed in the same way.
 */
final class ForwardDct {
    static final int SIZE = 8;
    private static final int HALF = SIZE / 2;
    private static final int ZERO_LEVEL = 128;
    /** Offset that makes all coefficients positive, so that truncation rounds them. It is larger than any coefficient. */
    private static final int POSITIVE = 1 << 14;

    private static final float[][] COSINES = cosines();
    private static final int[] PLACES = Quantization.places();

    private final float[][] lines;
    private final float[][] sums;
    private final float[][] differences;
    private final float[][] transformed;
    /** Reciprocal quantum of each coefficient, indexed by the column in the block and then by the row of every block. */
    private final float[][] scales;

    /**
     * @param columns samples in a row, a multiple of 8
     * @param quanta quantization table in row order
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

    /** Transforms and quantizes eight rows of samples, from {@code first} on. */
    void transform(byte[][] rows, int first) {
        for (int y = 0; y < SIZE; y++) {
            level(rows[first + y], lines[y]);
        }
        transform();
        for (int y = 0; y < SIZE; y++) {
            transpose(transformed[y], lines, y);
        }
        transform();
        for (int x = 0; x < SIZE; x++) {
            quantize(transformed[x], scales[x]);
        }
    }

    /**
     * Reads a block's quantized coefficients.
     *
     * @param coefficients receives the non-zero coefficients in zigzag order from {@code at} on
     * @return mask of the non-zero coefficients: bit {@code i} for zigzag position {@code i}
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

    /**
     * One-dimensional transform from {@link #lines} to {@link #transformed}. Even results use the sums, odd results use the differences.
     */
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

    /** Transposes each block: row {@code y} becomes column {@code y}. */
    private static void transpose(float[] row, float[][] transposed, int y) {
        float[] a = transposed[0];
        float[] b = transposed[1];
        float[] c = transposed[2];
        float[] d = transposed[3];
        float[] e = transposed[4];
        float[] f = transposed[5];
        float[] g = transposed[6];
        float[] h = transposed[7];
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

    /**
     * Weights of the first four of eight samples in each result. The other four have the same weights for even results and the negated
     * weights for odd results.
     */
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
