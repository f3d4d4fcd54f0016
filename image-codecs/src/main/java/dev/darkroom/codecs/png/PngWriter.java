package dev.darkroom.codecs.png;

import dev.darkroom.codecs.BytesOutputStream;
import dev.darkroom.codecs.deflate.DeflateEncoder;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.png.PngChunk;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Writes the chunks of one PNG and deflates its rows. Not thread-safe. */
final class PngWriter implements FilteredRows.Output {
    private static final int PIECE = 32 * 1024;
    /** Deflate with a window of 32 KiB (RFC 1950, 2.2). */
    private static final byte[] ZLIB_HEADER = {0x78, (byte) 0x9C};

    private static final int CHECKSUM = 4;

    private final DeflateEncoder deflater;
    private final Adler32 checksum = new Adler32();
    private final BytesOutputStream out;
    private final byte[] piece = new byte[PIECE];
    private int pieceLength;

    /**
     * @param length bytes of all rows with their filter bytes
     * @param expected estimated size of the file in bytes
     */
    PngWriter(Size size, PngType type, int depth, DeflateEncoder.Settings settings, long length, long expected) {
        this.deflater = new DeflateEncoder(settings, length, this::compressed);
        this.out = new BytesOutputStream((int) Math.min(1 << 20, expected + 1024));
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(size.width())
                .putInt(size.height())
                .put((byte) depth)
                .put((byte) type.code());
        chunk(PngChunk.IHDR, header.array(), 13);
        compressed(ZLIB_HEADER, ZLIB_HEADER.length);
    }

    /** The memory in bytes that a writer takes, without the file. */
    static long bytes(DeflateEncoder.Settings settings, long length) {
        return PIECE + DeflateEncoder.bytes(settings, length);
    }

    /** Writes a chunk before the image data. */
    void chunk(int type, byte[] data) {
        chunk(type, data, data.length);
    }

    /** Writes filtered rows with their filter bytes. */
    @Override
    public void write(byte[] rows, int from, int length) {
        checksum.update(rows, from, length);
        deflater.write(rows, from, length);
    }

    Bytes finish() {
        deflater.finish();
        compressed(
                ByteBuffer.allocate(CHECKSUM).putInt((int) checksum.getValue()).array(), CHECKSUM);
        flush();
        chunk(PngChunk.IEND, piece, 0);
        return out.taken();
    }

    private void compressed(byte[] bytes, int length) {
        int done = 0;
        while (done < length) {
            if (pieceLength == PIECE) {
                flush();
            }
            int some = Math.min(length - done, PIECE - pieceLength);
            System.arraycopy(bytes, done, piece, pieceLength, some);
            pieceLength += some;
            done += some;
        }
    }

    private void flush() {
        chunk(PngChunk.IDAT, piece, pieceLength);
        pieceLength = 0;
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
