package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Iterates over the chunks of a WebP file, or of one ANMF chunk (RFC 9649, section 2.3). Reads eight bytes per chunk. */
public final class RiffChunks {
    private static final int HEADER = 8;

    private final Bytes file;
    private final int limit;
    private final boolean toleratesBrokenTail;
    private int position;
    private @Nullable ImageException brokenTail;

    private RiffChunks(Bytes file, int position, int limit, boolean toleratesBrokenTail) {
        this.file = file;
        this.position = position;
        this.limit = limit;
        this.toleratesBrokenTail = toleratesBrokenTail;
    }

    /**
     * The chunks after "RIFF", size and "WEBP". Bytes after the stated size are trailing data.
     *
     * @throws ImageException malformed when the file is not a WebP, or shorter than its stated size
     */
    public static RiffChunks ofWebp(Bytes file) throws ImageException {
        RiffChunks chunks = toleratingBrokenTail(file);
        chunks.requireEnd();
        return new RiffChunks(file, chunks.position, chunks.limit, false);
    }

    /** The same, but a walk that ends quietly where the file does, before the size that it states, or before a chunk that is cut off. */
    public static RiffChunks toleratingBrokenTail(Bytes file) throws ImageException {
        if (!file.startsWith("RIFF", 0) || !file.startsWith("WEBP", 8)) {
            throw ImageException.malformed("this WebP does not start with a RIFF header");
        }
        long size = file.u32le(4);
        if (size < 4 + HEADER) {
            throw ImageException.malformed("this WebP says it holds " + size + " bytes: too few for a picture");
        }
        boolean cut = size > file.length() - HEADER;
        RiffChunks chunks = new RiffChunks(file, 12, cut ? file.length() : (int) size + HEADER, true);
        if (cut) {
            chunks.brokenTail = ImageException.malformed(
                    "this WebP ends early: it has " + (file.length() - HEADER) + " of " + size + " bytes");
        }
        return chunks;
    }

    /** The chunks between two offsets of the file, such as the chunks inside an ANMF chunk after its 16-byte header. */
    public static RiffChunks between(Bytes file, int start, int end) {
        return new RiffChunks(file, start, Math.min(end, file.length()), false);
    }

    /** Whether the file is shorter than it says, or the walk ended before a chunk that is cut off. */
    public boolean hasBrokenTail() {
        return brokenTail != null;
    }

    /** @throws ImageException malformed where {@link #hasBrokenTail}, saying how */
    public void requireEnd() throws ImageException {
        if (brokenTail != null) {
            throw brokenTail;
        }
    }

    /**
     * The next chunk, or null after the last one.
     *
     * @throws ImageException malformed when a chunk is longer than its container
     */
    public @Nullable RiffChunk next() throws ImageException {
        int left = limit - position;
        if (left <= 0) {
            return null;
        }
        if (left < HEADER) {
            return broken("this WebP ends early: the chunk at byte " + position + " is cut off");
        }
        long length = file.u32le(position + 4);
        if (length > left - HEADER) {
            return broken("this WebP's chunk at byte " + position + " says it holds " + length
                    + " bytes, but there are " + (left - HEADER));
        }
        byte[] type = new byte[4];
        file.copyTo(position, type, 0, 4);
        int end = (int) Math.min(limit, position + HEADER + length + (length & 1));
        RiffChunk chunk = new RiffChunk(new String(type, StandardCharsets.ISO_8859_1), position, (int) length, end);
        position = end;
        return chunk;
    }

    private @Nullable RiffChunk broken(String how) throws ImageException {
        ImageException failure = ImageException.malformed(how);
        if (!toleratesBrokenTail) {
            throw failure;
        }
        brokenTail = brokenTail == null ? failure : brokenTail;
        position = limit;
        return null;
    }

    /** The offset after the last returned chunk. */
    public int position() {
        return position;
    }

    /** The offset of the end of the container; for a file, the start of trailing data. */
    public int limit() {
        return limit;
    }
}
