package dev.darkroom.codecs.gif;

import dev.darkroom.core.Bytes;

/** Reads LZW codes from GIF sub-blocks, lowest bit first (GIF89a, section 15 and appendix F). */
final class GifBitReader {
    /** The result of {@link #read} when fewer bits are left than requested. */
    static final int NO_MORE = -1;

    private final Bytes file;
    private int position;
    private int blockEnd;
    private boolean ended;
    private int bits;
    private int bitCount;

    /**
     * @param start offset of the first sub-block's length byte
     */
    GifBitReader(Bytes file, int start) {
        this.file = file;
        this.position = start;
        this.blockEnd = start;
    }

    /**
     * @param count bits to read; at most 12
     */
    int read(int count) {
        while (bitCount < count) {
            int next = nextByte();
            if (next < 0) {
                return NO_MORE;
            }
            bits |= next << bitCount;
            bitCount += 8;
        }
        int code = bits & (1 << count) - 1;
        bits >>>= count;
        bitCount -= count;
        return code;
    }

    private int nextByte() {
        if (position == blockEnd && !nextBlock()) {
            return NO_MORE;
        }
        return file.u8(position++);
    }

    /** Moves to the next sub-block. Returns false after the terminator, and if the file ends before the last byte of the block. */
    private boolean nextBlock() {
        int length = ended || position >= file.length() ? 0 : file.u8(position);
        ended = length == 0 || length >= file.length() - position;
        if (ended) {
            return false;
        }
        position++;
        blockEnd = position + length;
        return true;
    }
}
