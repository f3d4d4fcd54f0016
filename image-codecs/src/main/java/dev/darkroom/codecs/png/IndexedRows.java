package dev.darkroom.codecs.png;

import dev.darkroom.codecs.deflate.DeflateEncoder;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.spi.codec.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a picture added so far, as colour indexes with one byte for each pixel. Not thread-safe. */
final class IndexedRows {
    private final Size size;
    private final int channels;
    private final PngColors colors;
    private final List<byte[]> rows = new ArrayList<>();

    /**
     * @param mostColors limit for the number of colours
     */
    IndexedRows(Size size, Layout layout, int mostColors) {
        this.colors = new PngColors(mostColors);
        this.size = size;
        this.channels = layout.channelsPerPlane();
    }

    /**
     * Adds a row. Returns false if the picture now has more colours than a palette can hold. After that, only {@link #row} and
     * {@link #count} may be called.
     */
    boolean add(byte[] row) {
        byte[] indexes = new byte[size.width()];
        int before = 0;
        int index = -1;
        for (int x = 0; x < indexes.length; x++) {
            int color = PngColors.at(row, x * channels, channels);
            if (index < 0 || color != before) {
                index = colors.indexOf(color);
                if (index < 0) {
                    return false;
                }
                before = color;
            }
            indexes[x] = (byte) index;
        }
        rows.add(indexes);
        return true;
    }

    int count() {
        return rows.size();
    }

    /** Writes the samples of a row to {@code target}, either with all original channels or, for a gray picture, with fewer channels. */
    void row(int y, byte[] target, int targetChannels) {
        byte[] indexes = rows.get(y);
        for (int x = 0, out = 0; x < indexes.length; x++, out += targetChannels) {
            int color = colors.color(indexes[x] & 0xFF);
            for (int c = 0; c < targetChannels; c++) {
                target[out + c] = (byte) (c == 3 ? color >>> 24 : color >> 16 - 8 * c);
            }
        }
    }

    boolean areGray() {
        return colors.areGray();
    }

    /** The picture as a PNG with a palette. */
    Bytes withPalette(DeflateEncoder.Settings settings) {
        int[] order = colors.inPaletteOrder();
        byte[] palette = new byte[3 * order.length];
        byte[] alpha = new byte[order.length];
        byte[] place = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            int color = colors.color(order[i]);
            palette[3 * i] = (byte) (color >> 16);
            palette[3 * i + 1] = (byte) (color >> 8);
            palette[3 * i + 2] = (byte) color;
            alpha[i] = (byte) (color >>> 24);
            place[order[i]] = (byte) i;
        }
        int rowBytes = (int) (((long) size.width() * depth() + 7) / 8);
        long length = (rowBytes + 1L) * size.height();
        PngWriter writer = new PngWriter(size, PngType.PALETTE, depth(), settings, length, length / 4);
        writer.chunk(PngChunk.PLTE, palette);
        int translucent = translucent(alpha);
        if (translucent > 0) {
            writer.chunk(PngChunk.TRNS, Arrays.copyOf(alpha, translucent));
        }
        FilteredRows filtered = new FilteredRows(rowBytes, size.height(), 1, writer);
        byte[] packed = new byte[rowBytes];
        for (byte[] row : rows) {
            pack(row, place, packed);
            filtered.add(packed);
        }
        filtered.finish();
        return writer.finish();
    }

    private void pack(byte[] row, byte[] place, byte[] packed) {
        int depth = depth();
        if (depth == Byte.SIZE) {
            for (int x = 0; x < row.length; x++) {
                packed[x] = place[row[x] & 0xFF];
            }
            return;
        }
        Arrays.fill(packed, (byte) 0);
        for (int x = 0; x < row.length; x++) {
            int bit = x * depth;
            packed[bit >> 3] |= (byte) (place[row[x] & 0xFF] << 8 - depth - (bit & 7));
        }
    }

    private int depth() {
        int count = colors.count();
        return count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
    }

    private static int translucent(byte[] alpha) {
        int count = 0;
        while (count < alpha.length && alpha[count] != (byte) 255) {
            count++;
        }
        return count;
    }
}
