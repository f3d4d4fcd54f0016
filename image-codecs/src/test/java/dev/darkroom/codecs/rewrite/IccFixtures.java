package dev.darkroom.codecs.rewrite;

import java.nio.ByteBuffer;

/** Changes ICC profiles for fixtures. */
final class IccFixtures {
    private IccFixtures() {}

    /** Appends zeros to a profile, like alignment padding, and sets the new size. */
    static byte[] padded(byte[] profile, int length) {
        byte[] padded = java.util.Arrays.copyOf(profile, length);
        ByteBuffer.wrap(padded).putInt(0, length);
        return padded;
    }
}
