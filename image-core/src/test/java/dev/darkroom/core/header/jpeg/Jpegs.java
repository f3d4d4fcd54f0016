package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.ByteArrayBuilder;
import dev.darkroom.core.header.exif.Exif;
import dev.darkroom.core.header.exif.Tiffs;

/** Builds parts of JPEG files. They contain no decodable picture. */
public final class Jpegs {
    private Jpegs() {}

    static ByteArrayBuilder segment(int marker, ByteArrayBuilder data) {
        return new ByteArrayBuilder()
                .u8(0xFF, marker)
                .u16(data.array().length + 2)
                .add(data);
    }

    /** A frame header: 4:2:0 for three components; full resolution for one or four. */
    static ByteArrayBuilder frame(int sof, int width, int height, int components) {
        ByteArrayBuilder data =
                new ByteArrayBuilder().u8(8).u16(height).u16(width).u8(components);
        for (int i = 1; i <= components; i++) {
            data.u8(i, i == 1 && components == 3 ? 0x22 : 0x11, 0);
        }
        return segment(sof, data);
    }

    static ByteArrayBuilder scan() {
        return segment(JpegMarker.SOS, new ByteArrayBuilder().u8(1, 1, 0, 0, 63, 0))
                .u8(0x12, 0xFF, 0x00, 0xFF, 0xD0, 0x34);
    }

    static ByteArrayBuilder app(int n, String prefix, ByteArrayBuilder data) {
        return segment(JpegMarker.APP0 + n, new ByteArrayBuilder().text(prefix).add(data));
    }

    static ByteArrayBuilder exif(int orientation) {
        return app(1, Exif.PREFIX, Tiffs.withOrientation(orientation, true));
    }

    static ByteArrayBuilder icc(int number, int of, String part) {
        return app(2, JpegProfile.PREFIX, new ByteArrayBuilder().u8(number, of).text(part));
    }

    static ByteArrayBuilder adobe(int transform) {
        return app(14, "Adobe", new ByteArrayBuilder().u16(100).u16(0).u16(0).u8(transform));
    }

    static ByteArrayBuilder jfif() {
        return app(
                0,
                "JFIF\0",
                new ByteArrayBuilder().u16(0x0102).u8(0).u16(1).u16(1).u8(0, 0));
    }

    /** SOI, the given segments, a scan and EOI. */
    static Bytes file(ByteArrayBuilder... segments) {
        ByteArrayBuilder file = new ByteArrayBuilder().u8(0xFF, 0xD8);
        for (ByteArrayBuilder segment : segments) {
            file.add(segment);
        }
        return file.add(scan()).u8(0xFF, 0xD9).bytes();
    }

    /** A file with every element that a header can have. */
    public static Bytes rich() {
        return file(jfif(), exif(6), icc(2, 2, "world"), icc(1, 2, "hello "), adobe(1), frame(0xC2, 640, 480, 3));
    }
}
