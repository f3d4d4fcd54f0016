package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.EndianWriter;
import java.util.Random;

/** Adds EXIF with copyright fields and with many other fields to a JPEG or PNG, at the place that cameras use. */
final class CopyrightExif {
    private CopyrightExif() {}

    static byte[] of(byte[] file, Canaries needles) {
        byte[] tiff = CameraTiff.make(needles, new Random(6), true);
        boolean jpeg = (file[0] & 0xFF) == 0xFF;
        int at = jpeg ? 2 : 33;
        byte[] exif = jpeg
                ? EndianWriter.big()
                        .u8(0xFF, 0xE1)
                        .u16(8 + tiff.length)
                        .text("Exif\0\0")
                        .bytes(tiff)
                        .toArray()
                : PngHidingPlaces.chunk("eXIf", tiff);
        return EndianWriter.big()
                .bytes(file, 0, at)
                .bytes(exif)
                .bytes(file, at, file.length)
                .toArray();
    }
}
