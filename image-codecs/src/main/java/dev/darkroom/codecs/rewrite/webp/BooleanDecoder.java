package dev.darkroom.codecs.rewrite.webp;

import dev.darkroom.core.Bytes;

/** VP8's boolean entropy decoder (RFC 6386, section 7) that counts the bits it has read. After the end of the data it reads zeros. */
final class BooleanDecoder {
    private final Bytes data;
    private int range = 255;
    /** The eight bits that the next decision depends on, followed by the loaded bits after them. */
    private long value;

    private int loaded;
    private int next;
    private long shifts;
    private long looked;

    BooleanDecoder(Bytes data) {
        this.data = data;
    }

    /**
     * Decodes one decision.
     *
     * @param probability probability of 0, in units of 1/256
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

    /** Reads a number of {@code bits} bits, highest bit first. */
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

    /** Reads a flag. If the flag is set, reads a number of {@code bits} bits and its sign. */
    void optional(int bits) {
        if (flag()) {
            number(bits + 1);
        }
    }

    boolean isExhausted() {
        return bitsNeeded() > 8L * data.length();
    }

    /** The bytes read so far. Bits that no decision depends on are zero. At least one byte. */
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
