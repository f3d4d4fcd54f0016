package dev.darkroom.world.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** EXIF data as a telephone writes it: orientation, camera, serial number, time and position. */
final class CameraExif {
    private static final int HEADER = 8;

    private CameraExif() {}

    /** The payload of an APP1 segment, including {@code Exif\0\0}. */
    static byte[] of(int orientation) {
        int main = HEADER;
        int photo = main + main(orientation, 0, 0).at(main).length;
        byte[] photoBytes = photo().at(photo);
        int place = photo + photoBytes.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("Exif\0\0MM\0*\0\0\0\b".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(main(orientation, photo, place).at(main));
        out.writeBytes(photoBytes);
        out.writeBytes(place().at(place));
        return out.toByteArray();
    }

    private static ExifBlock main(int orientation, int photo, int place) {
        return new ExifBlock()
                .text(0x010f, "Darkroom")
                .text(0x0110, "Generated Scene")
                .number(0x0112, orientation)
                .text(0x0132, "2026:06:21 20:41:07")
                .offset(0x8769, photo)
                .offset(0x8825, place);
    }

    private static ExifBlock photo() {
        return new ExifBlock()
                .rationals(0x829a, 1, 250)
                .rationals(0x829d, 28, 10)
                .number(0x8827, 100)
                .text(0x9003, "2026:06:21 20:41:07")
                .text(0xa431, "SERIAL-0000-DEMO");
    }

    private static ExifBlock place() {
        return new ExifBlock()
                .text(1, "N")
                .rationals(2, 46, 1, 33, 1, 2700, 100)
                .text(3, "E")
                .rationals(4, 7, 1, 58, 1, 4800, 100)
                .rationals(6, 2061, 1);
    }
}
