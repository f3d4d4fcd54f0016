package dev.darkroom.hostile.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** Repairs the checksums of a PNG. A fuzzer cannot guess them, so without repair almost every input would fail at a wrong checksum. */
public final class PngChecksums {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int AROUND_DATA = 12;

    private PngChecksums() {}

    /** The PNG with the correct checksum after every complete chunk. Empty if the input is no PNG or has correct checksums. */
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
