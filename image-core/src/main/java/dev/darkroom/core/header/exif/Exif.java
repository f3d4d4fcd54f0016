package dev.darkroom.core.header.exif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Orientation;

/**
 * The one thing in EXIF that decides how a picture looks: the orientation in the first image file directory (Exif 2.32, sections 4.5
 * and 4.6.4; TIFF 6.0, section 2). No other directory is followed and no count is believed. Whatever is wrong with EXIF, the picture is
 * shown as stored, as viewers do.
 */
public final class Exif {
    /** What EXIF starts with in a JPEG's APP1, and in some WebP files. */
    public static final String PREFIX = "Exif\0\0";

    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final Bytes tiff;
    private final boolean little;

    private Exif(Bytes tiff, boolean little) {
        this.tiff = tiff;
        this.little = little;
    }

    /**
     * @param exif a TIFF header and what follows, with or without {@link #PREFIX}
     */
    public static Orientation orientation(Bytes exif) {
        Bytes tiff = exif.startsWith(PREFIX, 0) ? exif.from(PREFIX.length()) : exif;
        boolean little = tiff.startsWith("II*\0", 0);
        if (tiff.length() < 8 || !little && !tiff.startsWith("MM\0*", 0)) {
            return Orientation.NORMAL;
        }
        return new Exif(tiff, little).inFirstDirectory();
    }

    private Orientation inFirstDirectory() {
        long start = u32(4);
        if (start < 8 || start > tiff.length() - 2) {
            return Orientation.NORMAL;
        }
        int first = (int) start + 2;
        int entries = Math.min(u16((int) start), (tiff.length() - first) / ENTRY);
        for (int i = 0; i < entries; i++) {
            int at = first + i * ENTRY;
            if (u16(at) == ORIENTATION) {
                return value(at);
            }
        }
        return Orientation.NORMAL;
    }

    private Orientation value(int entry) {
        long count = u32(entry + 4);
        if (count != 1) {
            return Orientation.NORMAL;
        }
        return switch (u16(entry + 2)) {
            case SHORT -> Orientation.ofExif(u16(entry + 8));
            case LONG -> Orientation.ofExif((int) u32(entry + 8));
            default -> Orientation.NORMAL;
        };
    }

    private int u16(int at) {
        return little ? tiff.u16le(at) : tiff.u16(at);
    }

    private long u32(int at) {
        return little ? tiff.u32le(at) : tiff.u32(at);
    }
}
