package dev.darkroom.codecs.jpeg;

import java.io.ByteArrayOutputStream;

/**
 * Writes a JPEG of four components (ITU-T T.81) that shows square fields of one colour each. All AC coefficients are 0, so the samples of a
 * field are exactly the given samples.
 */
final class FourComponentJpeg {
    private static final int COMPONENTS = 4;
    private static final int BLOCK = 8;
    /** Quantum of all coefficients. A DC coefficient is eight times the mean of its block. */
    private static final int QUANTIZATION = 8;
    /** Length of the code of each of the twelve DC categories. The code value is the category. */
    private static final int DC_CODE = 4;

    interface Samples {
        /** Returns the sample of a component in a field. */
        int at(int field, int component);
    }

    private final int side;
    private final int across;
    private final int down;
    private final int horizontal;
    private final int vertical;
    private final Samples samples;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int bitCount;

    /**
     * @param side side length of a field in pixels
     * @param horizontal horizontal sampling factor of the first component; the other components have 1
     */
    FourComponentJpeg(int side, int across, int down, int horizontal, int vertical, Samples samples) {
        this.side = side;
        this.across = across;
        this.down = down;
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.samples = samples;
    }

    byte[] baseline() {
        head(0xC0);
        scan(0, 63, 0, 1, 2, 3);
        dcScan(true);
        return end();
    }

    /** Writes one scan of DC coefficients, then one scan of AC coefficients for each component. */
    byte[] progressive() {
        head(0xC2);
        scan(0, 0, 0, 1, 2, 3);
        dcScan(false);
        for (int c = 0; c < COMPONENTS; c++) {
            scan(1, 63, c);
            int blocks = across * side / BLOCK * down * side / BLOCK;
            bits(c == 0 ? blocks : blocks / (horizontal * vertical));
            flush();
        }
        return end();
    }

    private void head(int sof) {
        bytes(0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0);
        for (int i = 0; i < 64; i++) {
            bytes(QUANTIZATION);
        }
        int width = across * side;
        int height = down * side;
        bytes(0xFF, sof, 0, 8 + 3 * COMPONENTS, 8, height >> 8, height, width >> 8, width, COMPONENTS);
        for (int c = 0; c < COMPONENTS; c++) {
            bytes(c + 1, c == 0 ? horizontal << 4 | vertical : 0x11, 0);
        }
        bytes(0xFF, 0xC4, 0, 19 + 12, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        bytes(0xFF, 0xC4, 0, 19 + 1, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private void scan(int first, int last, int... components) {
        bytes(0xFF, 0xDA, 0, 6 + 2 * components.length, components.length);
        for (int c : components) {
            bytes(c + 1, 0);
        }
        bytes(first, last, 0);
    }

    /** @param endOfBlock whether an end-of-block code follows each DC coefficient, so that all AC coefficients are 0 */
    private void dcScan(boolean endOfBlock) {
        int[] before = new int[COMPONENTS];
        int unitWidth = BLOCK * horizontal;
        int unitHeight = BLOCK * vertical;
        for (int y = 0; y < down * side; y += unitHeight) {
            for (int x = 0; x < across * side; x += unitWidth) {
                int field = y / side * across + x / side;
                for (int c = 0; c < COMPONENTS; c++) {
                    for (int block = 0; block < (c == 0 ? horizontal * vertical : 1); block++) {
                        int dc = samples.at(field, c) - 128;
                        difference(dc - before[c]);
                        before[c] = dc;
                        bits(endOfBlock ? 1 : 0);
                    }
                }
            }
        }
        flush();
    }

    /** Writes a DC difference (T.81, F.1.2.1). */
    private void difference(int value) {
        int category = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
        put(category, DC_CODE);
        put(value < 0 ? value - 1 & (1 << category) - 1 : value, category);
    }

    /** Writes {@code count} end-of-block codes of one 0 bit each. */
    private void bits(int count) {
        for (int i = 0; i < count; i++) {
            put(0, 1);
        }
    }

    private void put(int value, int length) {
        for (int i = length - 1; i >= 0; i--) {
            bits = bits << 1 | value >> i & 1;
            if (++bitCount == 8) {
                bytes(bits);
                if ((bits & 0xFF) == 0xFF) {
                    bytes(0);
                }
                bitCount = 0;
                bits = 0;
            }
        }
    }

    private void flush() {
        while (bitCount > 0) {
            put(1, 1);
        }
    }

    private byte[] end() {
        bytes(0xFF, 0xD9);
        return out.toByteArray();
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
