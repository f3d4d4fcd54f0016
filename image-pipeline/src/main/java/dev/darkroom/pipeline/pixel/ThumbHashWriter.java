package dev.darkroom.pipeline.pixel;

import java.util.Arrays;

/** Writes a ThumbHash: first whole bytes, then terms of four bits. The lower half of a byte is filled before the upper half. */
final class ThumbHashWriter {
    /** The longest hash has 25 bytes. */
    private final byte[] bytes = new byte[32];

    private int length;
    private boolean halfUsed;

    void put(int count, int littleEndian) {
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) (littleEndian >> 8 * i);
        }
    }

    ThumbHashWriter terms(LowFrequencies channel) {
        for (double term : channel.terms()) {
            int nibble = ThumbHash.level(15, term);
            if (halfUsed) {
                bytes[length - 1] |= (byte) (nibble << 4);
            } else {
                bytes[length++] = (byte) nibble;
            }
            halfUsed = !halfUsed;
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
