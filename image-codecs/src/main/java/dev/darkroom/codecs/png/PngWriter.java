package dev.darkroom.codecs.png;

import dev.darkroom.codecs.BytesOutputStream;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.png.PngChunk;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes the chunks of one PNG. Image data is deflated row by row. Not thread-safe. */
final class PngWriter implements AutoCloseable {
    /** Bytes of zlib's window and tables in native memory, and of the current piece. */
    static final long FOREIGN_BYTES = 400 * 1024;

    private static final int PIECE = 32 * 1024;
    private static final int LEVEL = 6;

    private final Deflater deflater = new Deflater(LEVEL);
    private final BytesOutputStream out;
    private final byte[] piece = new byte[PIECE];
    private int pieceLength;

    /**
     * @param expected estimated size of the file in bytes
     */
    PngWriter(Size size, PngType type, int depth, long expected) {
        out = new BytesOutputStream((int) Math.min(1 << 20, expected + 1024));
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(size.width())
                .putInt(size.height())
                .put((byte) depth)
                .put((byte) type.code());
        chunk(PngChunk.IHDR, header.array(), 13);
    }

    /** Writes a chunk before the image data. */
    void chunk(int type, byte[] data) {
        chunk(type, data, data.length);
    }

    /** Writes one row of image data. The filter byte comes first. */
    void row(byte[] filtered) {
        deflater.setInput(filtered);
        while (!deflater.needsInput()) {
            deflate();
        }
    }

    Bytes finish() {
        deflater.finish();
        while (!deflater.finished()) {
            deflate();
        }
        flush();
        chunk(PngChunk.IEND, piece, 0);
        return out.taken();
    }

    @Override
    public void close() {
        deflater.end();
    }

    private void deflate() {
        pieceLength += deflater.deflate(piece, pieceLength, PIECE - pieceLength);
        if (pieceLength == PIECE) {
            flush();
        }
    }

    private void flush() {
        if (pieceLength > 0) {
            chunk(PngChunk.IDAT, piece, pieceLength);
            pieceLength = 0;
        }
    }

    private void chunk(int type, byte[] data, int length) {
        byte[] head = ByteBuffer.allocate(8).putInt(length).putInt(type).array();
        CRC32 crc = new CRC32();
        crc.update(head, 4, 4);
        crc.update(data, 0, length);
        out.writeBytes(head);
        out.write(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
