package dev.darkroom.hostile.file;

import java.util.ArrayList;
import java.util.List;

/** Builds a TIFF structure with one directory, big-endian, as in EXIF (TIFF 6.0, section 2). The structure may be valid or invalid. */
public final class ExifBuilder {
    public static final int ORIENTATION = 0x0112;
    public static final int BYTE = 1;
    public static final int ASCII = 2;
    public static final int SHORT = 3;
    public static final int LONG = 4;
    public static final int UNDEFINED = 7;

    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private final List<byte[]> entries = new ArrayList<>();
    private final ByteWriter values = new ByteWriter();
    private final int announced;
    private long next;

    /**
     * @param entries number of entries
     */
    public ExifBuilder(int entries) {
        this.announced = entries;
    }

    public static byte[] orientation(int value) {
        return new ExifBuilder(1).shortValue(ORIENTATION, value).tiff();
    }

    public ExifBuilder shortValue(int tag, int value) {
        return entry(tag, SHORT, 1, (long) value << 16);
    }

    /**
     * @param value the value if it has four bytes, otherwise its offset
     */
    public ExifBuilder entry(int tag, int type, long count, long value) {
        entries.add(new ByteWriter().u16(tag).u16(type).u32(count).u32(value).toBytes());
        return this;
    }

    /** Adds an entry whose value is after the directory. */
    public ExifBuilder entry(int tag, int type, byte[] value) {
        entry(tag, type, value.length, HEADER + 2 + ENTRY * announced + 4 + values.length());
        values.bytes(value);
        return this;
    }

    /** Sets the offset of the next directory that the file declares. */
    public ExifBuilder next(long offset) {
        next = offset;
        return this;
    }

    public byte[] tiff() {
        ByteWriter out = new ByteWriter().latin1("MM\0*").u32(HEADER).u16(announced);
        entries.forEach(out::bytes);
        return out.u32(next).bytes(values.toBytes()).toBytes();
    }

    /** The structure with its prefix in a JPEG. */
    public static byte[] app1(byte[] tiff) {
        return new ByteWriter().latin1("Exif\0\0").bytes(tiff).toBytes();
    }
}
