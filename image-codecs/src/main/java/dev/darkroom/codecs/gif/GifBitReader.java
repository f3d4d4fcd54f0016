package dev.darkroom.codecs.gif;

import dev.darkroom.core.Bytes;

/** Codes of a few bits, lowest bits first, out of GIF sub-blocks (GIF89a, section 15 and appendix F). */
final class GifBitReader {
    /** What {@link #read} answers when fewer bits are left. */
    static final int NO_MORE = -1;

    private final Bytes file;
    private int position;
    private int blockEnd;
    private boolean ended;
    private int bits;
    private int bitCount;

    /**
     * @param start of the first sub-block's length
     */
    GifBitReader(Bytes file, int start) {
        this.file = file;
        this.position = start;
        this.blockEnd = start;
    }

    /**
     * @param count at most 12
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

    /** False after the terminator, and where the file ends before the block's last byte. */
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
