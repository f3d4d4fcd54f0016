package dev.darkroom.hostile.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds a JPEG segment by segment (ITU-T T.81). The file may be valid or invalid. With {@link #tables}, whose Huffman codes have one bit,
 * the entropy-coded data of a flat picture are zero bits: two per block, for the DC difference and the end of block.
 */
public final class JpegBuilder {
    public static final int BASELINE = 0xC0;
    public static final int PROGRESSIVE = 0xC2;

    private final ByteWriter out = new ByteWriter().u8(0xFF, 0xD8);

    public JpegBuilder segment(int marker, byte[] data) {
        out.u8(0xFF, marker).u16(data.length + 2).bytes(data);
        return this;
    }

    public JpegBuilder segment(int marker, String data) {
        return segment(marker, data.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Adds bytes unchanged. */
    public JpegBuilder raw(byte[] bytes) {
        out.bytes(bytes);
        return this;
    }

    public JpegBuilder raw(int times, int value) {
        out.repeat(times, value);
        return this;
    }

    /** Adds a quantization table of ones, and a DC and an AC table with one code of one bit: no difference, and end of block. */
    public JpegBuilder tables() {
        return quantization().huffman(0x00, 0).huffman(0x10, 0);
    }

    public JpegBuilder quantization() {
        return segment(0xDB, new ByteWriter().u8(0).repeat(64, 1).toBytes());
    }

    /**
     * @param destination table destination, with the table class in the upper four bits
     * @param symbol symbol of the only code
     */
    public JpegBuilder huffman(int destination, int symbol) {
        return segment(
                0xC4,
                new ByteWriter().u8(destination).u8(1).repeat(15, 0).u8(symbol).toBytes());
    }

    /**
     * @param sampling factors of each component: 16 times the horizontal plus the vertical factor
     */
    public JpegBuilder frame(int sof, int width, int height, int... sampling) {
        ByteWriter data = new ByteWriter().u8(8).u16(height).u16(width).u8(sampling.length);
        for (int i = 0; i < sampling.length; i++) {
            data.u8(i + 1, sampling[i], 0);
        }
        return segment(sof, data.toBytes());
    }

    /** Adds the header of a scan of components 1 to {@code components}. */
    public JpegBuilder scan(int components) {
        ByteWriter data = new ByteWriter().u8(components);
        for (int i = 1; i <= components; i++) {
            data.u8(i, 0);
        }
        return segment(0xDA, data.u8(0, 63, 0).toBytes());
    }

    /** Adds the header of a progressive scan of one component. */
    public JpegBuilder scan(int component, int from, int to, int high, int low) {
        return segment(
                0xDA,
                new ByteWriter().u8(1, component, 0, from, to, high << 4 | low).toBytes());
    }

    /** Adds a number of zero bits, padded with ones to whole bytes. */
    public JpegBuilder zeroBits(long bits) {
        out.repeat((int) (bits / 8), 0);
        if (bits % 8 != 0) {
            out.u8(0xFF >> bits % 8);
        }
        return this;
    }

    /** Starts a flat picture, without its EOI. */
    public static JpegBuilder flat(int width, int height, int components) {
        int[] sampling = new int[components];
        Arrays.fill(sampling, 0x11);
        long blocks = (long) ((width + 7) / 8) * ((height + 7) / 8) * components;
        return new JpegBuilder()
                .tables()
                .frame(BASELINE, width, height, sampling)
                .scan(components)
                .zeroBits(2 * blocks);
    }

    public byte[] end() {
        return out.u8(0xFF, 0xD9).toBytes();
    }

    /** The file so far, without EOI. */
    public byte[] cut() {
        return out.toBytes();
    }

    /** The file with segments inserted directly after SOI. */
    public static byte[] behindStart(byte[] jpeg, JpegBuilder segments) {
        byte[] more = segments.cut();
        return new ByteWriter().bytes(more).bytes(jpeg, 2, jpeg.length).toBytes();
    }
}
