package dev.darkroom.hostile.file;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Builds a PNG chunk by chunk (PNG 3rd edition). The file may be valid or invalid. */
public final class PngBuilder {
    public static final int GRAY = 0;
    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int RGBA = 6;

    private final ByteWriter out = new ByteWriter().latin1("\u0089PNG\r\n\u001A\n");

    public static PngBuilder header(long width, long height, int depth, int colorType) {
        return header(width, height, depth, colorType, 0);
    }

    /**
     * @param interlace 1 for Adam7
     */
    public static PngBuilder header(long width, long height, int depth, int colorType, int interlace) {
        return new PngBuilder()
                .chunk(
                        "IHDR",
                        new ByteWriter()
                                .u32(width)
                                .u32(height)
                                .u8(depth, colorType, 0, 0, interlace)
                                .toBytes());
    }

    /** Starts an RGB picture of a few colours, up to the end of IHDR. {@link #pixels} writes its pixels. */
    public static PngBuilder small() {
        return header(SMALL, SMALL, 8, RGB);
    }

    private static final int SMALL = 24;

    /** The rows of {@link #small}. */
    public static byte[] smallRows() {
        byte[] rows = new byte[SMALL * (1 + 3 * SMALL)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % (1 + 3 * SMALL) == 0 ? 0 : (byte) (i * 7 % 251);
        }
        return rows;
    }

    /** A complete, valid small picture. */
    public static byte[] innocent() {
        return small().idat(smallRows()).end();
    }

    public PngBuilder chunk(String type, byte[] data) {
        return chunk(data.length, type, data, 0);
    }

    public PngBuilder chunk(String type, String data) {
        return chunk(type, data.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Adds a chunk with a wrong CRC. */
    public PngBuilder chunkWithBadCrc(String type, byte[] data) {
        return chunk(data.length, type, data, 0x5A5A5A5AL);
    }

    /**
     * @param length length that the file declares, true or false
     */
    public PngBuilder lyingChunk(long length, String type, byte[] data) {
        return chunk(length, type, data, 0);
    }

    private PngBuilder chunk(long length, String type, byte[] data, long error) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.u32(length).bytes(name).bytes(data).u32(crc.getValue() ^ error);
        return this;
    }

    /** Adds the same chunk several times. */
    public PngBuilder chunks(int times, String type, byte[] data) {
        byte[] one = bytesOf(type, data);
        for (int i = 0; i < times; i++) {
            out.bytes(one);
        }
        return this;
    }

    private static byte[] bytesOf(String type, byte[] data) {
        PngBuilder alone = new PngBuilder().chunk(type, data);
        byte[] all = alone.out.toBytes();
        return new ByteWriter().bytes(all, 8, all.length).toBytes();
    }

    /**
     * @param rows rows with their filter bytes; this method compresses them
     */
    public PngBuilder idat(byte[] rows) {
        return chunk("IDAT", ZlibStreams.of(rows));
    }

    /** Adds the fcTL chunk of a frame of one pixel, with the given sequence number. */
    public PngBuilder frameControl(int sequence) {
        return frameControl(sequence, 1);
    }

    /** Adds the fcTL chunk of the picture of {@link #small} as the first frame. */
    public PngBuilder smallFrameControl() {
        return frameControl(0, SMALL);
    }

    private PngBuilder frameControl(int sequence, int side) {
        ByteWriter data =
                new ByteWriter().u32(sequence).u32(side).u32(side).u32(0).u32(0);
        return chunk("fcTL", data.u16(1).u16(10).u8(0, 0).toBytes());
    }

    public byte[] end() {
        chunk("IEND", new byte[0]);
        return out.toBytes();
    }

    /** The file so far, without IEND. */
    public byte[] cut() {
        return out.toBytes();
    }
}
