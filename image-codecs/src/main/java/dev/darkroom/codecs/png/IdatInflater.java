package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.core.header.png.PngChunks;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

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
    private final List<String> warnings = new ArrayList<>();
    private PngChunk chunk;
    /** Behind the run of IDAT chunks, once that was looked for. */
    private @Nullable PngChunk following;

    private int position;
    /** Whether what follows the last byte that was read is no deflate stream. */
    private boolean endsInDamage;

    IdatInflater(Bytes file, int firstIdat) throws ImageException {
        this.file = file;
        this.chunks = PngChunks.toleratingBrokenTail(file);
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
        long before = inflater.getBytesWritten();
        try {
            while (done < count) {
                int inflated = inflater.inflate(target, offset + done, count - done);
                done += inflated;
                if (inflated == 0) {
                    if (endsInDamage || inflater.finished() || inflater.needsDictionary() || !feed()) {
                        throw ImageException.malformed("this PNG has too little image data for its size");
                    }
                }
            }
        } catch (DataFormatException e) {
            endsInDamage = inflater.getBytesWritten() - before == count;
            if (!endsInDamage || isWrongChecksum(e)) {
                throw damaged(e);
            }
        }
    }

    /**
     * Checks the remaining data once every row was read: the checksum of the stream, if the stream ends here, and the CRC of the IDAT chunks
     * and of IEND. Surplus image data is accepted, as in all viewers.
     *
     * @return warnings about what is missing after the last row, one sentence each
     */
    List<String> finish() throws ImageException {
        requireChecksum();
        boolean data = true;
        PngChunk first = following == null ? chunks.next() : following;
        for (PngChunk next = first; next != null; next = chunks.next()) {
            data &= next.type() == PngChunk.IDAT;
            if (data || next.type() == PngChunk.IEND) {
                chunks.requireCrc(next);
            }
        }
        if (chunks.hasBrokenTail()) {
            warnings.add("this PNG ends without its IEND chunk; every row of the picture is there");
        }
        return warnings;
    }

    private void requireChecksum() throws ImageException {
        byte[] surplus = new byte[1];
        try {
            while (!endsInDamage && !inflater.finished() && inflater.inflate(surplus) == 0) {
                if (!inflater.finished() && !feed()) {
                    warnings.add("this PNG's image data ends without its checksum; every row of the picture is there");
                    return;
                }
            }
        } catch (DataFormatException e) {
            if (isWrongChecksum(e)) {
                throw damaged(e);
            }
        }
    }

    /** In the words of zlib, which has no code for it. */
    private static boolean isWrongChecksum(DataFormatException e) {
        return "incorrect data check".equals(e.getMessage());
    }

    private static ImageException damaged(DataFormatException e) {
        return ImageException.malformed("this PNG's image data is damaged: "
                + (e.getMessage() == null ? "not a deflate stream" : e.getMessage()));
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** Gives the inflater more data. Returns false after the last consecutive IDAT chunk. */
    private boolean feed() throws ImageException {
        while (position == chunk.length()) {
            PngChunk next = following == null ? chunks.next() : following;
            if (next == null || next.type() != PngChunk.IDAT) {
                following = next;
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
