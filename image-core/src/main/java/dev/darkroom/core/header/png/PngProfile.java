package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates the iCCP chunk of a PNG (PNG 3rd edition, 11.3.2.3), up to the length that the profile itself states. An invalid chunk gives
 * no profile.
 */
final class PngProfile {
    /** Maximum length of a profile in bytes. */
    static final int MOST = 16 << 20;
    /** A profile up to this length in bytes is accepted at any compression ratio. */
    static final int PLAUSIBLE = 1 << 20;
    /** Maximum compression ratio above {@link #PLAUSIBLE}: inflated bytes per compressed byte. Real tables have far lower ratios. */
    static final int RATIO = 100;

    private static final int MAX_NAME = 79;
    /** Length of an ICC header with an empty tag table. */
    private static final int MIN_LENGTH = 132;

    private PngProfile() {}

    static @Nullable Bytes inflate(Bytes chunk) {
        int name = 0;
        while (name < Math.min(chunk.length(), MAX_NAME + 1) && chunk.u8(name) != 0) {
            name++;
        }
        int compressed = name + 2;
        if (name > MAX_NAME || compressed >= chunk.length() || chunk.u8(name + 1) != 0) {
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
        byte[] profile = new byte[MIN_LENGTH];
        if (!fill(inflater, profile, 0)) {
            return null;
        }
        long stated = Bytes.wrap(profile).u32(0);
        if (stated < MIN_LENGTH || stated > Math.min(MOST, Math.max(PLAUSIBLE, (long) RATIO * compressed))) {
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

    /** Fills the array from {@code start}. Returns whether there was enough data. */
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
