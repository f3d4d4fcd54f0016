package dev.darkroom.codecs.rewrite.webp;

import dev.darkroom.core.Bytes;

/** VP8's boolean entropy decoder (RFC 6386, section 7), which knows how many bits it has looked at. Zeros follow the data. */
final class BooleanDecoder {
    private final Bytes data;
    private int range = 255;
    /** The eight bits that a decision looks at, and those after them that were loaded. */
    private long value;

    private int loaded;
    private int next;
    private long shifts;
    private long looked;

    BooleanDecoder(Bytes data) {
        this.data = data;
    }

    /**
     * One decision.
     *
     * @param probability of 0, in 256ths
     */
    int bit(int probability) {
        if (loaded < 8) {
            load();
        }
        looked = shifts;
        int split = 1 + ((range - 1) * probability >> 8);
        int top = (int) (value >>> loaded - 8);
        int bit = top >= split ? 1 : 0;
        if (bit == 1) {
            value -= (long) split << loaded - 8;
            range -= split;
        } else {
            range = split;
        }
        int shift = Integer.numberOfLeadingZeros(range) - 24;
        range <<= shift;
        loaded -= shift;
        shifts += shift;
        return bit;
    }

    /** A number of so many bits, the highest first. */
    int number(int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            value = value << 1 | bit(128);
        }
        return value;
    }

    boolean flag() {
        return bit(128) == 1;
    }

    /** A flag, and a number and its sign if it is set. */
    void optional(int bits) {
        if (flag()) {
            number(bits + 1);
        }
    }

    boolean isExhausted() {
        return bitsNeeded() > 8L * data.length();
    }

    /** What was looked at, without the bits that no decision depends on; one byte at least. */
    byte[] needed() {
        if (next == 0) {
            return new byte[1];
        }
        int length = (int) ((bitsNeeded() + 7) / 8);
        byte[] bytes = data.slice(0, length).toArray();
        int unneeded = (int) (8L * length - bitsNeeded());
        bytes[length - 1] &= (byte) (0xFF << unneeded);
        return bytes;
    }

    private long bitsNeeded() {
        return looked + 8;
    }

    private void load() {
        while (loaded <= 48) {
            value = value << 8 | (next < data.length() ? data.u8(next) : 0);
            next++;
            loaded += 8;
        }
    }
}
