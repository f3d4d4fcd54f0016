package dev.darkroom.codecs.png;

import dev.darkroom.core.Size;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.spi.codec.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A picture's rows so far as numbers of colours: a byte a pixel. Not thread-safe. */
final class IndexedRows {
    private final Size size;
    private final int channels;
    private final PngColors colors = new PngColors();
    private final List<byte[]> rows = new ArrayList<>();

    IndexedRows(Size size, Layout layout) {
        this.size = size;
        this.channels = layout.channelsPerPlane();
    }

    /** False, and then of no more use but for {@link #row}, where the row has one colour too many. */
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

    /** Writes a row's samples as they came, or, into fewer channels than came, those of a gray picture. */
    void row(int y, byte[] target, int targetChannels) {
        byte[] indexes = rows.get(y);
        for (int x = 0, out = 0; x < indexes.length; x++, out += targetChannels) {
            int color = colors.color(indexes[x] & 0xFF);
            for (int c = 0; c < targetChannels; c++) {
                target[out + c] = (byte) (c == 3 ? color >>> 24 : color >> 16 - 8 * c);
            }
        }
    }

    /** Gray says it shorter than a palette, unless a palette's indexes are shorter. */
    boolean areBetterGray() {
        return colors.areGray() && depth() == 8;
    }

    /** The file with a palette, those of its entries that are not opaque first, so that tRNS is short. */
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
