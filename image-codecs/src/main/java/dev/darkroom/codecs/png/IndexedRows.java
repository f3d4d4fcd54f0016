package dev.darkroom.codecs.png;

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
    private final PngColors colors = new PngColors();
    private final List<byte[]> rows = new ArrayList<>();

    IndexedRows(Size size, Layout layout) {
        this.size = size;
        this.channels = layout.channelsPerPlane();
    }

    /**
     * Adds a row. Returns false if the picture now has more colours than a palette can hold. After that, only {@link #row} and
     * {@link #count} may be called.
     */
    boolean add(byte[] row) {
        byte[] indexes = new byte[size.width()];
        for (int x = 0; x < indexes.length; x++) {
            int index = colors.indexOf(color(row, x * channels));
            if (index < 0) {
                return false;
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

    /** Whether a gray PNG is better than a palette PNG. A gray PNG is smaller unless the palette's indexes need fewer than 8 bits. */
    boolean areBetterGray() {
        return colors.areGray() && depth() == 8;
    }

    /**
     * Writes the palette and the rows. Palette entries that are not opaque come first, so that tRNS is short. The caller finishes and
     * closes the writer.
     */
    PngWriter withPalette() {
        int[] place = new int[colors.count()];
        byte[] palette = new byte[3 * place.length];
        byte[] alpha = new byte[place.length];
        int placed = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < place.length; i++) {
                int color = colors.color(i);
                if (color >>> 24 == 255 == (pass == 1)) {
                    palette[3 * placed] = (byte) (color >> 16);
                    palette[3 * placed + 1] = (byte) (color >> 8);
                    palette[3 * placed + 2] = (byte) color;
                    alpha[placed] = (byte) (color >>> 24);
                    place[i] = placed++;
                }
            }
        }
        PngWriter writer = new PngWriter(size, PngType.PALETTE, depth(), size.pixels() / 8);
        writer.chunk(PngChunk.PLTE, palette);
        int translucent = translucent(alpha);
        if (translucent > 0) {
            writer.chunk(PngChunk.TRNS, Arrays.copyOf(alpha, translucent));
        }
        byte[] packed = new byte[1 + (int) (((long) size.width() * depth() + 7) / 8)];
        for (byte[] row : rows) {
            pack(row, place, packed);
            writer.row(packed);
        }
        return writer;
    }

    private void pack(byte[] row, int[] place, byte[] packed) {
        Arrays.fill(packed, (byte) 0);
        int depth = depth();
        for (int x = 0; x < row.length; x++) {
            int bit = x * depth;
            packed[1 + (bit >> 3)] |= (byte) (place[row[x] & 0xFF] << 8 - depth - (bit & 7));
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

    private int color(byte[] row, int at) {
        int first = row[at] & 0xFF;
        if (channels == 1) {
            return 0xFF000000 | first * 0x10101;
        }
        int alpha = channels == 4 ? row[at + 3] & 0xFF : 255;
        return alpha << 24 | first << 16 | (row[at + 1] & 0xFF) << 8 | row[at + 2] & 0xFF;
    }
}
