package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.Bin;
import dev.darkroom.core.header.exif.Exif;
import dev.darkroom.core.header.exif.Tiffs;

/** Pieces of JPEG files; no picture can be decoded from them. */
public final class Jpegs {
    private Jpegs() {}

    static Bin segment(int marker, Bin data) {
        return new Bin().u8(0xFF, marker).u16(data.array().length + 2).add(data);
    }

    /** 4:2:0, or one or four components of full resolution. */
    static Bin frame(int sof, int width, int height, int components) {
        Bin data = new Bin().u8(8).u16(height).u16(width).u8(components);
        for (int i = 1; i <= components; i++) {
            data.u8(i, i == 1 && components == 3 ? 0x22 : 0x11, 0);
        }
        return segment(sof, data);
    }

    static Bin scan() {
        return segment(JpegMarker.SOS, new Bin().u8(1, 1, 0, 0, 63, 0)).u8(0x12, 0xFF, 0x00, 0xFF, 0xD0, 0x34);
    }

    static Bin app(int n, String prefix, Bin data) {
        return segment(JpegMarker.APP0 + n, new Bin().text(prefix).add(data));
    }

    static Bin exif(int orientation) {
        return app(1, Exif.PREFIX, Tiffs.withOrientation(orientation, true));
    }

    static Bin icc(int number, int of, String part) {
        return app(2, JpegProfile.PREFIX, new Bin().u8(number, of).text(part));
    }

    static Bin adobe(int transform) {
        return app(14, "Adobe", new Bin().u16(100).u16(0).u16(0).u8(transform));
    }

    static Bin jfif() {
        return app(0, "JFIF\0", new Bin().u16(0x0102).u8(0).u16(1).u16(1).u8(0, 0));
    }

    /** SOI, the given segments, a scan and EOI. */
    static Bytes file(Bin... segments) {
        Bin file = new Bin().u8(0xFF, 0xD8);
        for (Bin segment : segments) {
            file.add(segment);
        }
        return file.add(scan()).u8(0xFF, 0xD9).bytes();
    }

    /** Everything that a header can have. */
    public static Bytes rich() {
        return file(jfif(), exif(6), icc(2, 2, "world"), icc(1, 2, "hello "), adobe(1), frame(0xC2, 640, 480, 3));
    }
}
