package dev.darkroom.hostile.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Puts a JPEG together segment by segment (ITU-T T.81), right or wrong. With {@link #tables}, whose Huffman codes are one bit long, the
 * entropy-coded data of a flat picture are zero bits: two for each block, its DC difference and its end.
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

    /** Bytes as they are. */
    public JpegBuilder raw(byte[] bytes) {
        out.bytes(bytes);
        return this;
    }

    public JpegBuilder raw(int times, int value) {
        out.repeat(times, value);
        return this;
    }

    /** A quantization table of ones; a DC and an AC table with one code of one bit: no difference, and end of block. */
    public JpegBuilder tables() {
        return quantization().huffman(0x00, 0).huffman(0x10, 0);
    }

    public JpegBuilder quantization() {
        return segment(0xDB, new ByteWriter().u8(0).repeat(64, 1).toBytes());
    }

    /**
     * @param destination with the class in its upper half
     * @param symbol of the only code
     */
    public JpegBuilder huffman(int destination, int symbol) {
        return segment(
                0xC4,
                new ByteWriter().u8(destination).u8(1).repeat(15, 0).u8(symbol).toBytes());
    }

    /**
     * @param sampling of each component: horizontal factor times 16, and vertical
     */
    public JpegBuilder frame(int sof, int width, int height, int... sampling) {
        ByteWriter data = new ByteWriter().u8(8).u16(height).u16(width).u8(sampling.length);
        for (int i = 0; i < sampling.length; i++) {
            data.u8(i + 1, sampling[i], 0);
        }
        return segment(sof, data.toBytes());
    }

    /** The header of a scan of components 1 to {@code components}. */
    public JpegBuilder scan(int components) {
        ByteWriter data = new ByteWriter().u8(components);
        for (int i = 1; i <= components; i++) {
            data.u8(i, 0);
        }
        return segment(0xDA, data.u8(0, 63, 0).toBytes());
    }

    /** The header of a progressive scan of one component. */
    public JpegBuilder scan(int component, int from, int to, int high, int low) {
        return segment(
                0xDA,
                new ByteWriter().u8(1, component, 0, from, to, high << 4 | low).toBytes());
    }

    /** So many zero bits, filled up with ones to whole bytes. */
    public JpegBuilder zeroBits(long bits) {
        out.repeat((int) (bits / 8), 0);
        if (bits % 8 != 0) {
            out.u8(0xFF >> bits % 8);
        }
        return this;
    }

    /** A flat picture, all but its end. */
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

    /** As it is, without EOI. */
    public byte[] cut() {
        return out.toBytes();
    }

    /** The file with segments put in right after its SOI. */
    public static byte[] behindStart(byte[] jpeg, JpegBuilder segments) {
        byte[] more = segments.cut();
        return new ByteWriter().bytes(more).bytes(jpeg, 2, jpeg.length).toBytes();
    }
}
