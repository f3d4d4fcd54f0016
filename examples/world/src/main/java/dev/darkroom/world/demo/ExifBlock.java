package dev.darkroom.world.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A directory of EXIF (TIFF 6.0, section 2; CIPA DC-008), big-endian. Entries must be added in the order of their tags. */
final class ExifBlock {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(int tag, int type, int count, byte[] value) {}

    private final List<Entry> entries = new ArrayList<>();

    ExifBlock text(int tag, String text) {
        byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return add(tag, ASCII, value.length, value);
    }

    ExifBlock number(int tag, int value) {
        return add(tag, SHORT, 1, ByteBuffer.allocate(2).putShort((short) value).array());
    }

    ExifBlock offset(int tag, int value) {
        return add(tag, LONG, 1, ByteBuffer.allocate(4).putInt(value).array());
    }

    /** Adds rationals, given as alternating numerators and denominators. */
    ExifBlock rationals(int tag, int... numbers) {
        ByteBuffer value = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            value.putInt(number);
        }
        return add(tag, RATIONAL, numbers.length / 2, value.array());
    }

    /** The bytes of the directory and its values, if they are {@code at} bytes after the start of the TIFF header. */
    byte[] at(int at) {
        int directory = 2 + 12 * entries.size() + 4;
        ByteBuffer out = ByteBuffer.allocate(directory).putShort((short) entries.size());
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            out.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
            if (entry.value.length <= 4) {
                out.put(entry.value).put(new byte[4 - entry.value.length]);
            } else {
                out.putInt(at + directory + values.size());
                values.writeBytes(entry.value);
                values.writeBytes(new byte[entry.value.length & 1]);
            }
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.array());
        whole.writeBytes(values.toByteArray());
        return whole.toByteArray();
    }

    private ExifBlock add(int tag, int type, int count, byte[] value) {
        entries.add(new Entry(tag, type, count, value));
        return this;
    }
}
