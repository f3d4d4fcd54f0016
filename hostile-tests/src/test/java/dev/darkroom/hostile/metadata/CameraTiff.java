package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.EndianWriter;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes a TIFF structure as cameras write it (Exif 2.32): directories on two levels, a maker note, a position and a thumbnail. */
final class CameraTiff {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    private record Entry(int tag, int type, int count, byte[] value) {}

    private final ByteOrder order;
    private final Random random;

    private CameraTiff(Random random) {
        this.random = random;
        this.order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /**
     * @param rights whether it has copyright fields
     */
    static byte[] make(Canaries needles, Random random, boolean rights) {
        return new CameraTiff(random).write(needles, rights);
    }

    private byte[] write(Canaries needles, boolean rights) {
        List<Entry> camera = new ArrayList<>();
        camera.add(ascii(0x010E, needles.hidden("EXIF description")));
        camera.add(ascii(0x010F, needles.hidden("EXIF make")));
        camera.add(new Entry(0x0112, SHORT, 1, raw().u16(1).u16(0).toArray()));
        if (rights) {
            camera.add(ascii(0x013B, needles.rights("EXIF artist")));
            camera.add(ascii(0x8298, needles.rights("EXIF copyright")));
        }
        List<Entry> exif = new ArrayList<>();
        exif.add(ascii(0x9003, "2026:01:31 12:34:56"));
        exif.add(undefined(0x927C, "Nikon\0" + needles.hidden("maker note")));
        exif.add(undefined(0x9286, "ASCII\0\0\0" + needles.hidden("EXIF user comment")));
        exif.add(ascii(0xA430, needles.hidden("camera owner")));
        exif.add(ascii(0xA431, needles.hidden("body serial number")));
        exif.add(ascii(0xA435, needles.hidden("lens serial number")));
        List<Entry> gps = new ArrayList<>();
        gps.add(ascii(1, "N"));
        gps.add(new Entry(2, RATIONAL, 3, degrees()));
        gps.add(ascii(3, "E"));
        gps.add(new Entry(4, RATIONAL, 3, degrees()));
        gps.add(ascii(0x1B, needles.hidden("GPS processing method")));
        return laidOut(camera, exif, gps, thumbnail(needles));
    }

    private byte[] laidOut(List<Entry> camera, List<Entry> exif, List<Entry> gps, byte[] thumbnail) {
        int gap = random.nextInt(4);
        int exifAt = 8 + gap + size(camera, 2);
        int gpsAt = exifAt + size(exif, 0);
        int secondAt = gpsAt + size(gps, 0);
        int thumbnailAt = secondAt + size(List.of(), 2);
        camera.add(new Entry(0x8769, LONG, 1, raw().u32(exifAt).toArray()));
        camera.add(new Entry(0x8825, LONG, 1, raw().u32(gpsAt).toArray()));
        camera.sort((a, b) -> Integer.compare(a.tag, b.tag));
        List<Entry> second = List.of(
                new Entry(0x0201, LONG, 1, raw().u32(thumbnailAt).toArray()),
                new Entry(0x0202, LONG, 1, raw().u32(thumbnail.length).toArray()));
        return raw().text(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")
                .u16(42)
                .u32(8 + gap)
                .bytes(new byte[gap])
                .bytes(directory(camera, 8 + gap, secondAt))
                .bytes(directory(exif, exifAt, 0))
                .bytes(directory(gps, gpsAt, 0))
                .bytes(directory(second, secondAt, 0))
                .bytes(thumbnail)
                .toArray();
    }

    /** The first and the last bytes of a JPEG, which are enough for programs that search for one. */
    private static byte[] thumbnail(Canaries needles) {
        String hidden = needles.hidden("EXIF thumbnail");
        return EndianWriter.big()
                .u8(0xFF, 0xD8, 0xFF, 0xFE)
                .u16(2 + hidden.length())
                .text(hidden)
                .u8(0xFF, 0xD9)
                .toArray();
    }

    private byte[] directory(List<Entry> entries, int at, int next) {
        EndianWriter table = raw().u16(entries.size());
        EndianWriter values = raw();
        int valuesAt = at + 2 + 12 * entries.size() + 4;
        for (Entry entry : entries) {
            table.u16(entry.tag).u16(entry.type).u32(entry.count);
            if (entry.value.length > 4) {
                table.u32(valuesAt + values.length());
                values.bytes(entry.value);
            } else {
                table.bytes(entry.value).bytes(new byte[4 - entry.value.length]);
            }
        }
        return table.u32(next).bytes(values.toArray()).toArray();
    }

    private static int size(List<Entry> entries, int more) {
        int values = entries.stream()
                .mapToInt(entry -> entry.value.length > 4 ? entry.value.length : 0)
                .sum();
        return 2 + 12 * (entries.size() + more) + 4 + values;
    }

    private byte[] degrees() {
        return raw().u32(random.nextInt(90))
                .u32(1)
                .u32(random.nextInt(60))
                .u32(1)
                .u32(random.nextInt(60))
                .u32(1)
                .toArray();
    }

    private Entry ascii(int tag, String text) {
        return new Entry(tag, ASCII, text.length() + 1, raw().text(text + "\0").toArray());
    }

    private Entry undefined(int tag, String text) {
        return new Entry(tag, UNDEFINED, text.length(), raw().text(text).toArray());
    }

    private EndianWriter raw() {
        return new EndianWriter(order);
    }
}
