package dev.darkroom.hostile.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** PNG's checksums, which a fuzzer cannot guess: nearly all that it makes would go no further than to a wrong one. */
public final class PngChecksums {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int AROUND_DATA = 12;

    private PngChecksums() {}

    /** A PNG with the right checksum behind every chunk that is there whole; empty for what is none, or has them. */
    public static Optional<byte[]> mended(byte[] input) {
        if (input.length < 8 || ByteBuffer.wrap(input).getLong() != SIGNATURE) {
            return Optional.empty();
        }
        ByteBuffer png = ByteBuffer.wrap(input.clone());
        int at = 8;
        while (at <= png.capacity() - AROUND_DATA) {
            int length = png.getInt(at);
            if (length < 0 || length > png.capacity() - AROUND_DATA - at) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(png.array(), at + 4, length + 4);
            png.putInt(at + 8 + length, (int) crc.getValue());
            at += AROUND_DATA + length;
        }
        return Arrays.equals(png.array(), input) ? Optional.empty() : Optional.of(png.array());
    }
}
