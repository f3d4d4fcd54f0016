package dev.darkroom.codecs.png;

/** Converts stored rows to 8-bit GRAY, RGB or RGBA, according to the image's layout. */
final class PngPixels {
    private static final int[] NO_KEY = {-1, -1, -1};

    private final PngImage image;
    private final int channels;
    private final int depth;
    private final boolean keyed;
    /** The transparent colour in stored samples; gray uses the first element only. */
    private final int[] key;
    /** Output bytes of each stored sample of 8 bits or fewer, four bytes for each entry. */
    private final byte[] lookup;

    PngPixels(PngImage image) {
        this.image = image;
        this.channels = image.layout().channelsPerPlane();
        this.depth = image.depth();
        this.keyed = image.isKeyed();
        this.key = key(image);
        this.lookup = image.type().channels() == 1 && depth <= 8 ? lookup(image) : new byte[0];
    }

    /** Bytes of a converted pixel. */
    int channels() {
        return channels;
    }

    /** Converts the first {@code count} pixels of a stored row and writes them to every {@code step}-th pixel of the target. */
    void convert(byte[] row, int count, byte[] target, int offset, int step) {
        int stride = step * channels;
        if (lookup.length > 0) {
            fromLookup(row, count, target, offset, stride);
        } else if (depth == 8) {
            from8(row, count, target, offset, stride);
        } else {
            from16(row, count, target, offset, stride);
        }
    }

    private void fromLookup(byte[] row, int count, byte[] target, int offset, int stride) {
        int mask = (1 << depth) - 1;
        for (int x = 0, out = offset; x < count; x++, out += stride) {
            int bit = x * depth;
            int sample = row[bit >> 3] >> 8 - depth - (bit & 7) & mask;
            for (int c = 0; c < channels; c++) {
                target[out + c] = lookup[4 * sample + c];
            }
        }
    }

    private void from8(byte[] row, int count, byte[] target, int offset, int stride) {
        int stored = image.type().channels();
        if (stored == channels && stride == channels) {
            System.arraycopy(row, 0, target, offset, count * channels);
            return;
        }
        for (int x = 0, in = 0, out = offset; x < count; x++, in += stored, out += stride) {
            if (image.type() == PngType.GRAY_ALPHA) {
                put(target, out, row[in], row[in], row[in], row[in + 1]);
            } else if (keyed) {
                boolean clear =
                        (row[in] & 0xFF) == key[0] && (row[in + 1] & 0xFF) == key[1] && (row[in + 2] & 0xFF) == key[2];
                put(target, out, row[in], row[in + 1], row[in + 2], (byte) (clear ? 0 : 255));
            } else {
                System.arraycopy(row, in, target, out, channels);
            }
        }
    }

    private void from16(byte[] row, int count, byte[] target, int offset, int stride) {
        int stored = image.type().channels();
        if (stored == channels && stride == channels) {
            SixteenBitSamples.reduce(row, target, offset, count * channels);
            return;
        }
        for (int x = 0, in = 0, out = offset; x < count; x++, in += 2 * stored, out += stride) {
            switch (image.type()) {
                case GRAY -> {
                    byte gray = reduced(row, in);
                    if (keyed) {
                        put(target, out, gray, gray, gray, (byte) (sample16(row, in) == key[0] ? 0 : 255));
                    } else {
                        target[out] = gray;
                    }
                }
                case GRAY_ALPHA -> {
                    byte gray = reduced(row, in);
                    put(target, out, gray, gray, gray, reduced(row, in + 2));
                }
                default -> {
                    for (int c = 0; c < stored; c++) {
                        target[out + c] = reduced(row, in + 2 * c);
                    }
                    if (keyed) {
                        boolean clear = sample16(row, in) == key[0]
                                && sample16(row, in + 2) == key[1]
                                && sample16(row, in + 4) == key[2];
                        target[out + 3] = (byte) (clear ? 0 : 255);
                    }
                }
            }
        }
    }

    private static void put(byte[] target, int at, byte red, byte green, byte blue, byte alpha) {
        target[at] = red;
        target[at + 1] = green;
        target[at + 2] = blue;
        target[at + 3] = alpha;
    }

    private static int sample16(byte[] row, int at) {
        return (row[at] & 0xFF) << 8 | row[at + 1] & 0xFF;
    }

    private static byte reduced(byte[] row, int at) {
        return SixteenBitSamples.reduced(sample16(row, at));
    }

    private static int[] key(PngImage image) {
        if (!image.isKeyed() || image.type() == PngType.PALETTE) {
            return NO_KEY;
        }
        int mask = (1 << image.depth()) - 1;
        int[] key = new int[3];
        for (int c = 0; c < image.type().channels(); c++) {
            key[c] = image.transparency().u16(2 * c) & mask;
        }
        return key;
    }

    /** Makes the lookup table. Missing palette entries are opaque black, as in libpng. */
    private static byte[] lookup(PngImage image) {
        int levels = 1 << image.depth();
        byte[] lookup = new byte[4 * levels];
        for (int i = 0; i < levels; i++) {
            if (image.type() == PngType.PALETTE) {
                for (int c = 0; c < 3 && 3 * i + c < image.palette().length(); c++) {
                    lookup[4 * i + c] = (byte) image.palette().u8(3 * i + c);
                }
                int alpha =
                        i < image.transparency().length() ? image.transparency().u8(i) : 255;
                lookup[4 * i + 3] = (byte) alpha;
            } else {
                byte gray = (byte) (i * 255 / (levels - 1));
                boolean clear = image.isKeyed() && (image.transparency().u16(0) & levels - 1) == i;
                put(lookup, 4 * i, gray, gray, gray, (byte) (clear ? 0 : 255));
            }
        }
        return lookup;
    }
}
