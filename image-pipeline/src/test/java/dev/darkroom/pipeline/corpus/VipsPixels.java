package dev.darkroom.pipeline.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * 8-bit pixels in the form of a {@code .v} file of libvips, or the high bytes of 16-bit ones. There are 1 to 4 interleaved bands; of 2 or 4
 * bands, the last is alpha.
 */
record VipsPixels(int width, int height, int bands, ByteBuffer samples) {
    static final int HEADER_BYTES = 64;
    private static final int MAGIC = 0x08F2A6B6;
    private static final int EIGHT_BITS = 0;
    private static final int SIXTEEN_BITS = 2;

    /** Maps a file into memory. Writes to an 8-bit picture go to the file. */
    static VipsPixels map(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer all = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size());
            ByteBuffer header = all.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            int format = header.getInt(20);
            if (header.getInt(0) != MAGIC || format != EIGHT_BITS && format != SIXTEEN_BITS) {
                throw new IllegalStateException(file + " has neither 8-bit nor 16-bit pixels, but format " + format);
            }
            int width = header.getInt(4);
            int height = header.getInt(8);
            int bands = header.getInt(12);
            int samples = width * height * bands;
            return new VipsPixels(
                    width,
                    height,
                    bands,
                    format == EIGHT_BITS
                            ? all.slice(HEADER_BYTES, samples)
                            : highBytes(all.slice(HEADER_BYTES, 2 * samples), samples));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The header of a file, with room for its samples. */
    static byte[] header(int width, int height, int bands, int samples) {
        return ByteBuffer.allocate(HEADER_BYTES + samples)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putInt(width)
                .putInt(height)
                .putInt(bands)
                .array();
    }

    private static ByteBuffer highBytes(ByteBuffer littleEndian, int samples) {
        ByteBuffer high = ByteBuffer.allocate(samples);
        for (int i = 0; i < samples; i++) {
            high.put(i, littleEndian.get(2 * i + 1));
        }
        return high;
    }

    int pixels() {
        return width * height;
    }

    boolean hasAlpha() {
        return bands % 2 == 0;
    }

    int sample(int pixel, int band) {
        return samples.get(pixel * bands + band) & 0xFF;
    }

    int alpha(int pixel) {
        return hasAlpha() ? sample(pixel, bands - 1) : 255;
    }

    /** Red, green or blue, multiplied by alpha. */
    int seen(int pixel, int channel) {
        int value = sample(pixel, bands < 3 ? 0 : channel);
        return hasAlpha() ? (value * alpha(pixel) + 127) / 255 : value;
    }

    boolean sameSize(VipsPixels other) {
        return width == other.width && height == other.height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
