package dev.darkroom.codecs.png;

import dev.darkroom.codecs.palette.ColorCounts;
import dev.darkroom.codecs.palette.Palette;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Layout;
import java.util.Optional;

/** The rows of a picture whose colours are to be reduced. All rows are kept, because its palette is known only at the end. Not thread-safe. */
final class QuantizedRows {
    private static final int CACHE_BITS = 15;

    private final Size size;
    private final Layout layout;
    private final int channels;
    private final ColorCounts counts = new ColorCounts();
    private final byte[] samples;
    private int count;

    QuantizedRows(Size size, Layout layout) {
        this.size = size;
        this.layout = layout;
        this.channels = layout.channelsPerPlane();
        this.samples = new byte[Math.toIntExact(size.pixels() * channels)];
    }

    /** The memory in bytes that the rows take. */
    static long bytes(Size size, Layout layout) {
        return size.pixels() * layout.channelsPerPlane() + ColorCounts.bytes() + (1L << CACHE_BITS) * 5;
    }

    /** Adds the next row. The samples are copied. */
    void add(byte[] row) {
        System.arraycopy(row, 0, samples, count * row.length, row.length);
        count++;
        for (int x = 0; x < size.width(); x++) {
            counts.add(PngColors.at(row, x * channels, channels));
        }
    }

    int count() {
        return count;
    }

    /** Writes the samples of a row to {@code target}. */
    void row(int y, byte[] target) {
        System.arraycopy(samples, y * target.length, target, 0, target.length);
    }

    /**
     * The picture with a palette.
     *
     * @param mostColors limit for the number of colours
     * @param leastPsnr required likeness in dB
     * @return empty if it would be less like the picture
     */
    Optional<IndexedRows> reduced(int mostColors, double leastPsnr) {
        Palette palette = Palette.of(counts, mostColors);
        return palette.psnr() < leastPsnr ? Optional.empty() : Optional.of(mapped(palette, mostColors));
    }

    private IndexedRows mapped(Palette palette, int mostColors) {
        IndexedRows rows = new IndexedRows(size, layout, mostColors);
        int[] colors = palette.colors();
        int[] known = new int[1 << CACHE_BITS];
        byte[] indexes = new byte[1 << CACHE_BITS];
        indexes[0] = (byte) palette.indexOf(0);
        byte[] row = new byte[size.width() * channels];
        for (int y = 0; y < count; y++) {
            row(y, row);
            for (int at = 0; at < row.length; at += channels) {
                int color = PngColors.at(row, at, channels);
                int slot = color * 0x9E3779B1 >>> Integer.SIZE - CACHE_BITS;
                if (known[slot] != color) {
                    known[slot] = color;
                    indexes[slot] = (byte) palette.indexOf(color);
                }
                set(colors[indexes[slot] & 0xFF], row, at);
            }
            rows.add(row);
        }
        return rows;
    }

    private void set(int color, byte[] row, int at) {
        for (int channel = 0; channel < channels; channel++) {
            row[at + channel] = (byte) (channel == 3 ? color >>> 24 : color >> 16 - 8 * channel);
        }
    }
}
