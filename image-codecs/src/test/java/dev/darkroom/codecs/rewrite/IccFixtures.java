package dev.darkroom.codecs.rewrite;

import java.nio.ByteBuffer;

/** ICC profiles for fixtures. */
final class IccFixtures {
    private IccFixtures() {}

    /** The same profile with zeros at its end, which stand there as alignment does. */
    static byte[] padded(byte[] profile, int length) {
        byte[] padded = java.util.Arrays.copyOf(profile, length);
        ByteBuffer.wrap(padded).putInt(0, length);
        return padded;
    }
}
