package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates PNG's iCCP (PNG 3rd edition, 11.3.2.3) to the length that the profile itself states, and no further. What cannot be had so
 * is no profile.
 */
final class PngProfile {
    /** The longest profile read. */
    static final int MOST = 16 << 20;
    /** A profile may be this long however well it compresses. */
    static final int PLAUSIBLE = 1 << 20;
    /** Beyond {@link #PLAUSIBLE}, inflated bytes for each compressed one; real tables stay far below. */
    static final int RATIO = 100;

    private static final int LONGEST_NAME = 79;
    /** An ICC header and its empty tag table. */
    private static final int SHORTEST = 132;

    private PngProfile() {}

    static @Nullable Bytes inflate(Bytes chunk) {
        int name = 0;
        while (name < Math.min(chunk.length(), LONGEST_NAME + 1) && chunk.u8(name) != 0) {
            name++;
        }
        int compressed = name + 2;
        if (name > LONGEST_NAME || compressed >= chunk.length() || chunk.u8(name + 1) != 0) {
            return null;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk.from(compressed).asByteBuffer());
            return inflate(inflater, chunk.length() - compressed);
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    private static @Nullable Bytes inflate(Inflater inflater, int compressed) throws DataFormatException {
        byte[] profile = new byte[SHORTEST];
        if (!fill(inflater, profile, 0)) {
            return null;
        }
        long stated = Bytes.wrap(profile).u32(0);
        if (stated < SHORTEST || stated > Math.min(MOST, Math.max(PLAUSIBLE, (long) RATIO * compressed))) {
            return null;
        }
        int length = (int) stated;
        while (profile.length < length) {
            int had = profile.length;
            profile = Arrays.copyOf(profile, (int) Math.min(length, 4L * had));
            if (!fill(inflater, profile, had)) {
                return null;
            }
        }
        return Bytes.wrap(profile);
    }

    /** Whether there was enough to fill the array from {@code start}. */
    private static boolean fill(Inflater inflater, byte[] target, int start) throws DataFormatException {
        int at = start;
        while (at < target.length) {
            int got = inflater.inflate(target, at, target.length - at);
            if (got == 0) {
                return false;
            }
            at += got;
        }
        return true;
    }
}
