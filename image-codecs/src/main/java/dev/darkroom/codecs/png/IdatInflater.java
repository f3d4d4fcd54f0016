package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.core.header.png.PngChunks;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes that a PNG's consecutive IDAT chunks inflate to (PNG 3rd edition, section 10), pulled as they are needed. Each chunk's CRC is
 * checked before any of it is used.
 */
final class IdatInflater implements AutoCloseable {
    /** Of zlib's window and state, outside the heap. */
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

    /** Fills the array from {@code offset}, or says that there is too little. */
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

    /** Checks what image data and IEND are left. Image data that nobody asked for is let pass, as every viewer does. */
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

    /** False when the run of IDAT chunks is over. */
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
