package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;

/**
 * One PNG chunk, given as offsets into its file.
 *
 * @param type four letters as a big-endian number; see the constants and {@link #typeOf}
 * @param start offset of the length field; the complete chunk is {@code start} to {@code end}
 * @param length length of the data
 */
public record PngChunk(int type, int start, int length) {
    public static final int IHDR = 0x49484452;
    public static final int PLTE = 0x504C5445;
    public static final int IDAT = 0x49444154;
    public static final int IEND = 0x49454E44;
    public static final int TRNS = 0x74524E53;
    public static final int GAMA = 0x67414D41;
    public static final int CHRM = 0x6348524D;
    public static final int SRGB = 0x73524742;
    public static final int ICCP = 0x69434350;
    public static final int CICP = 0x63494350;
    public static final int SBIT = 0x73424954;
    public static final int PHYS = 0x70485973;
    public static final int TEXT = 0x74455874;
    public static final int ZTXT = 0x7A545874;
    public static final int EXIF = 0x65584966;
    public static final int ACTL = 0x6163544C;
    public static final int FCTL = 0x6663544C;
    public static final int FDAT = 0x66644154;

    /** The numeric value of a four-letter type, such as {@code "tEXt"}. */
    public static int typeOf(String name) {
        if (name.length() != 4) {
            throw new IllegalArgumentException("a chunk type has four letters, not " + name);
        }
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    public String name() {
        return new String(new char[] {
            (char) (type >>> 24), (char) (type >>> 16 & 0xFF), (char) (type >>> 8 & 0xFF), (char) (type & 0xFF)
        });
    }

    /** Whether the chunk is critical: a decoder that does not know it cannot show the picture (PNG 3rd edition, 5.4). */
    public boolean isCritical() {
        return (type & 0x20000000) == 0;
    }

    public int dataStart() {
        return start + 8;
    }

    /** The offset after the CRC. */
    public int end() {
        return start + 12 + length;
    }

    public Bytes data(Bytes file) {
        return file.slice(dataStart(), length);
    }
}
