package dev.darkroom.core.header.exif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Orientation;
import java.util.Optional;

/**
 * Reads the orientation from the first image file directory of EXIF (Exif 2.32, sections 4.5 and 4.6.4; TIFF 6.0, section 2). It is the
 * only EXIF value that changes the displayed picture. The parser follows no other directory and trusts no count. If EXIF is invalid, the
 * picture is shown as stored, as in viewers.
 *
 * <p>The standard requires one SHORT. Other files exist. For them the parser does what at least two of exiftool, ImageMagick and libvips
 * do:
 *
 * <ul>
 *   <li>It accepts every integer type: BYTE, SHORT, LONG, SBYTE, SSHORT, SLONG and UNDEFINED. It also accepts a RATIONAL or SRATIONAL
 *       with the denominator 1, and an ASCII text of one digit. It ignores FLOAT, DOUBLE, IFD and unknown types.
 *   <li>It uses the first of several values. Values of at most 4 bytes are left-aligned in the entry, in either byte order. Without a
 *       value (count 0, or values outside the EXIF data) there is no orientation.
 *   <li>It uses the first of several entries. In a JPEG or WebP with several EXIF segments or chunks it uses the first one. This holds
 *       even if the first one is invalid.
 *   <li>It ignores tiff:Orientation in XMP, as ImageMagick, libvips and Chromium do.
 * </ul>
 */
public final class Exif {
    /** The prefix of EXIF in an APP1 segment of a JPEG, and in some WebP files. */
    public static final String PREFIX = "Exif\0\0";

    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x0112;
    private static final String LITTLE_ENDIAN = "II*\0";
    private static final String BIG_ENDIAN = "MM\0*";
    private static final int TIFF_HEADER = 8;
    private static final int DIGITS = 10;
    private static final int NONE = 0;

    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int SBYTE = 6;
    private static final int UNDEFINED = 7;
    private static final int SSHORT = 8;
    private static final int SLONG = 9;
    private static final int SRATIONAL = 10;

    private final Bytes tiff;
    private final boolean little;

    private Exif(Bytes tiff, boolean little) {
        this.tiff = tiff;
        this.little = little;
    }

    /**
     * The orientation, or {@link Orientation#NORMAL} if there is none.
     *
     * @param exif a TIFF header and the data after it, with or without {@link #PREFIX}
     */
    public static Orientation orientation(Bytes exif) {
        return find(exif).orElse(Orientation.NORMAL);
    }

    /** Like {@link #orientation}, but empty if there is no orientation from 1 to 8. */
    public static Optional<Orientation> find(Bytes exif) {
        if (!isExif(exif)) {
            return Optional.empty();
        }
        Bytes tiff = exif.startsWith(PREFIX, 0) ? exif.from(PREFIX.length()) : exif;
        long value = new Exif(tiff, tiff.startsWith(LITTLE_ENDIAN, 0)).inFirstDirectory();
        return value >= 1 && value <= 8 ? Optional.of(Orientation.ofExif((int) value)) : Optional.empty();
    }

    /** Whether these bytes start with a TIFF header, with or without {@link #PREFIX}. */
    public static boolean isExif(Bytes bytes) {
        int start = bytes.startsWith(PREFIX, 0) ? PREFIX.length() : 0;
        return bytes.length() - start >= TIFF_HEADER
                && (bytes.startsWith(LITTLE_ENDIAN, start) || bytes.startsWith(BIG_ENDIAN, start));
    }

    private long inFirstDirectory() {
        long start = u32(4);
        if (start < TIFF_HEADER || start > tiff.length() - 2) {
            return NONE;
        }
        int first = (int) start + 2;
        int entries = Math.min(u16((int) start), (tiff.length() - first) / ENTRY);
        for (int i = 0; i < entries; i++) {
            int at = first + i * ENTRY;
            if (u16(at) == ORIENTATION) {
                return value(at);
            }
        }
        return NONE;
    }

    private long value(int entry) {
        int type = u16(entry + 2);
        long bytes = u32(entry + 4) * size(type);
        long at = bytes <= 4 ? entry + 8 : u32(entry + 8);
        return bytes == 0 || at + bytes > tiff.length() ? NONE : first(type, (int) at, bytes);
    }

    /** Bytes of one value (TIFF 6.0, section 2); 0 for ignored types. */
    private static int size(int type) {
        return switch (type) {
            case BYTE, ASCII, SBYTE, UNDEFINED -> 1;
            case SHORT, SSHORT -> 2;
            case LONG, SLONG -> 4;
            case RATIONAL, SRATIONAL -> 8;
            default -> 0;
        };
    }

    /** Reads signed values as unsigned ones, because a negative value is out of range in both cases. */
    private long first(int type, int at, long bytes) {
        return switch (type) {
            case ASCII -> bytes == 1 || tiff.u8(at + 1) == 0 ? Character.digit(tiff.u8(at), DIGITS) : NONE;
            case SHORT, SSHORT -> u16(at);
            case LONG, SLONG -> u32(at);
            case RATIONAL, SRATIONAL -> u32(at + 4) == 1 ? u32(at) : NONE;
            default -> tiff.u8(at);
        };
    }

    private int u16(int at) {
        return little ? tiff.u16le(at) : tiff.u16(at);
    }

    private long u32(int at) {
        return little ? tiff.u32le(at) : tiff.u32(at);
    }
}
