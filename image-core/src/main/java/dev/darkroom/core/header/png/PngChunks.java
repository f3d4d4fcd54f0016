package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the chunks of a PNG from IHDR to IEND, both included (PNG 3rd edition, 5.3). Reads twelve bytes per chunk. Only the CRC
 * methods read data and CRC. The caller checks the order and the contents of the chunks.
 */
public final class PngChunks {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    private final Bytes file;
    private final boolean toleratesBrokenTail;
    private int position;
    private boolean ended;
    private boolean hasPixels;
    private @Nullable ImageException brokenTail;

    public PngChunks(Bytes file) throws ImageException {
        this(file, false);
    }

    /** A walk that ends quietly where the file does, or before a chunk that is cut off or none, once an IDAT chunk was found. */
    public static PngChunks toleratingBrokenTail(Bytes file) throws ImageException {
        return new PngChunks(file, true);
    }

    private PngChunks(Bytes file, boolean toleratesBrokenTail) throws ImageException {
        this.toleratesBrokenTail = toleratesBrokenTail;
        if (!file.startsWith(SIGNATURE, 0)) {
            throw ImageException.malformed("this PNG does not start with the PNG signature");
        }
        this.file = file;
        this.position = SIGNATURE.length();
    }

    /**
     * The next chunk, or null after IEND.
     *
     * @throws ImageException malformed: an invalid type, a chunk longer than the file, or no IEND
     */
    public @Nullable PngChunk next() throws ImageException {
        if (ended) {
            return null;
        }
        try {
            PngChunk chunk = chunk();
            hasPixels |= chunk.type() == PngChunk.IDAT;
            return chunk;
        } catch (ImageException e) {
            if (!toleratesBrokenTail || !hasPixels) {
                throw e;
            }
            ended = true;
            brokenTail = e;
            return null;
        }
    }

    /** Whether the walk ended without IEND. */
    public boolean hasBrokenTail() {
        return brokenTail != null;
    }

    private PngChunk chunk() throws ImageException {
        int left = file.length() - position;
        if (left == 0) {
            throw ImageException.malformed("this PNG ends early: it has no IEND chunk");
        }
        if (left < 12) {
            throw ImageException.malformed("this PNG ends early: the chunk at byte " + position + " is cut off");
        }
        long length = file.u32(position);
        for (int i = 4; i < 8; i++) {
            int letter = file.u8(position + i) | 0x20;
            if (letter < 'a' || letter > 'z') {
                throw ImageException.malformed("this PNG has an invalid chunk type at byte " + (position + 4));
            }
        }
        PngChunk chunk =
                new PngChunk((int) file.u32(position + 4), position, (int) Math.min(length, Integer.MAX_VALUE));
        if (length > left - 12) {
            throw ImageException.malformed(
                    "this PNG ends early: its " + chunk.name() + " chunk at byte " + position + " is cut off");
        }
        position = chunk.end();
        ended = chunk.type() == PngChunk.IEND;
        return chunk;
    }

    /** The offset after the last returned chunk; after IEND, the start of trailing data. */
    public int position() {
        return position;
    }

    /** Whether the CRC is correct. Reads the complete chunk. */
    public boolean crcMatches(PngChunk chunk) {
        CRC32 crc = new CRC32();
        ByteBuffer typeAndData =
                file.slice(chunk.start() + 4, chunk.length() + 4).asByteBuffer();
        crc.update(typeAndData);
        return crc.getValue() == file.u32(chunk.end() - 4);
    }

    /**
     * Checks the CRC.
     *
     * @throws ImageException malformed when the CRC is wrong
     */
    public void requireCrc(PngChunk chunk) throws ImageException {
        if (!crcMatches(chunk)) {
            throw ImageException.malformed("this PNG's " + chunk.name() + " chunk has a wrong checksum (CRC)");
        }
    }
}
