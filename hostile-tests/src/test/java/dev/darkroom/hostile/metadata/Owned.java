package dev.darkroom.hostile.metadata;

import java.util.Random;

/** Puts EXIF with the rights, and with much that is none, into a JPEG or PNG where cameras put it. */
final class Owned {
    private Owned() {}

    static byte[] of(byte[] file, Needles needles) {
        byte[] tiff = TiffPlant.make(needles, new Random(6), true);
        boolean jpeg = (file[0] & 0xFF) == 0xFF;
        int at = jpeg ? 2 : 33;
        byte[] exif = jpeg
                ? Raw.big()
                        .u8(0xFF, 0xE1)
                        .u16(8 + tiff.length)
                        .text("Exif\0\0")
                        .bytes(tiff)
                        .toArray()
                : PngPlaces.chunk("eXIf", tiff);
        return Raw.big()
                .bytes(file, 0, at)
                .bytes(exif)
                .bytes(file, at, file.length)
                .toArray();
    }
}
