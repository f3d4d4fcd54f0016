package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.core.header.png.PngChunks;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the consecutive IDAT chunks of a PNG (PNG 3rd edition, section 10) on demand. The CRC of each chunk is checked before its data
 * is used.
 */
final class IdatInflater implements AutoCloseable {
    /** Native memory of zlib's window and state, in bytes. */
    static final long FOREIGN_BYTES = 64 * 1024;

    private static final int PIECE = 16 * 1024;

    private final Bytes file;
    private final PngChunks chunks;
    private final Inflater inflater = new Inflater();
    private final byte[] piece = new byte[PIECE];
    private PngChunk chunk;
    private int position;

    IdatInflater(Bytes file, int firstIdat) throws ImageException {
        this.file = file;
        this.chunks = new PngChunks(file);
        PngChunk first = chunks.next();
        while (first != null && first.start() < firstIdat) {
            first = chunks.next();
        }
        if (first == null || first.type() != PngChunk.IDAT) {
            throw new IllegalArgumentException("no IDAT chunk at " + firstIdat);
        }
        this.chunk = first;
        chunks.requireCrc(first);
    }

    /**
     * Reads {@code count} bytes into the array from {@code offset}.
     *
     * @throws ImageException malformed if the data is damaged or too short
     */
    void read(byte[] target, int offset, int count) throws ImageException {
        int done = 0;
        try {
            while (done < count) {
                int inflated = inflater.inflate(target, offset + done, count - done);
                done += inflated;
                if (inflated == 0) {
                    if (inflater.finished() || inflater.needsDictionary() || !feed()) {
                        throw ImageException.malformed("this PNG has too little image data for its size");
                    }
                }
            }
        } catch (DataFormatException e) {
            throw ImageException.malformed("this PNG's image data is damaged: "
                    + (e.getMessage() == null ? "not a deflate stream" : e.getMessage()));
        }
    }

    /** Checks the CRC of the remaining image data and of IEND. Surplus image data is accepted, as in all viewers. */
    void finish() throws ImageException {
        boolean data = true;
        for (PngChunk next = chunks.next(); next != null; next = chunks.next()) {
            data &= next.type() == PngChunk.IDAT;
            if (data || next.type() == PngChunk.IEND) {
                chunks.requireCrc(next);
            }
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** Gives the inflater more data. Returns false after the last consecutive IDAT chunk. */
    private boolean feed() throws ImageException {
        while (position == chunk.length()) {
            PngChunk next = chunks.next();
            if (next == null || next.type() != PngChunk.IDAT) {
                return false;
            }
            chunks.requireCrc(next);
            chunk = next;
            position = 0;
        }
        int count = Math.min(PIECE, chunk.length() - position);
        file.copyTo(chunk.dataStart() + position, piece, 0, count);
        position += count;
        inflater.setInput(piece, 0, count);
        return true;
    }
}
