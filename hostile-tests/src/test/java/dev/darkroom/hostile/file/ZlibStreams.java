package dev.darkroom.hostile.file;

import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/** Makes zlib streams (RFC 1950): valid ones and bombs. */
public final class ZlibStreams {
    private static final int PIECE = 1 << 20;
    private static final int ADLER_MODULUS = 65_521;

    private ZlibStreams() {}

    public static byte[] of(byte[] data) {
        return deflate(data, Deflater.BEST_SPEED);
    }

    /** A stream of uncompressed blocks, which contain the data unchanged. */
    public static byte[] stored(byte[] data) {
        return deflate(data, Deflater.NO_COMPRESSION);
    }

    /**
     * A stream of zero bytes, compressed to about a thousandth. One piece is compressed once and ends with a full flush. After a full flush
     * the stream may continue with any block (RFC 1951, 3.2.3), so the same piece is repeated.
     */
    public static byte[] zeros(long count) {
        byte[] piece = flushedZeros(PIECE);
        ByteWriter out = new ByteWriter().u8(0x78, 0x01);
        for (long i = 0; i < count / PIECE; i++) {
            out.bytes(piece);
        }
        // the last block: empty, with fixed codes
        out.bytes(flushedZeros((int) (count % PIECE))).u8(0x03, 0x00);
        return out.u32((count % ADLER_MODULUS) << 16 | 1).toBytes();
    }

    private static byte[] flushedZeros(int count) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[count]);
        byte[] out = new byte[1024 + count / 500];
        int length = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private static byte[] deflate(byte[] data, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setInput(data);
        deflater.finish();
        byte[] buffer = new byte[8192];
        ByteWriter out = new ByteWriter();
        while (!deflater.finished()) {
            out.bytes(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toBytes();
    }

    /** A stream with a wrong checksum at its end. */
    public static byte[] withWrongChecksum(byte[] data) {
        byte[] stream = of(data);
        Adler32 sum = new Adler32();
        sum.update(data);
        return new ByteWriter()
                .bytes(stream, 0, stream.length - 4)
                .u32(~sum.getValue())
                .toBytes();
    }
}
