package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.ByteArrayBuilder;
import dev.darkroom.core.header.exif.Tiffs;

/** Builds parts of WebP files. They contain no decodable picture. */
public final class Webps {
    private Webps() {}

    static ByteArrayBuilder chunk(String type, ByteArrayBuilder data) {
        int length = data.array().length;
        return new ByteArrayBuilder().text(type).u32le(length).add(data).zeros(length & 1);
    }

    static ByteArrayBuilder lossy(int width, int height) {
        return chunk(
                "VP8 ",
                new ByteArrayBuilder()
                        .u24le(0x10 | 4 << 5)
                        .u8(0x9D, 1, '*')
                        .u16le(width)
                        .u16le(height)
                        .zeros(4));
    }

    static ByteArrayBuilder lossless(int width, int height, boolean alpha) {
        long bits = width - 1L | (height - 1L) << 14 | (alpha ? 1L << 28 : 0);
        return chunk("VP8L", new ByteArrayBuilder().u8(0x2F).u32le(bits).zeros(3));
    }

    static ByteArrayBuilder extended(int flags, int width, int height) {
        return chunk(
                "VP8X",
                new ByteArrayBuilder().u8(flags, 0, 0, 0).u24le(width - 1).u24le(height - 1));
    }

    static ByteArrayBuilder frame(int left, int top, int width, int height, ByteArrayBuilder chunks) {
        return chunk(
                "ANMF",
                new ByteArrayBuilder()
                        .u24le(left / 2)
                        .u24le(top / 2)
                        .u24le(width - 1)
                        .u24le(height - 1)
                        .u24le(100)
                        .u8(0)
                        .add(chunks));
    }

    static ByteArrayBuilder animation() {
        return chunk("ANIM", new ByteArrayBuilder().u32le(0).u16le(0));
    }

    static Bytes file(ByteArrayBuilder... chunks) {
        ByteArrayBuilder body = new ByteArrayBuilder().text("WEBP");
        for (ByteArrayBuilder chunk : chunks) {
            body.add(chunk);
        }
        return new ByteArrayBuilder()
                .text("RIFF")
                .u32le(body.array().length)
                .add(body)
                .bytes();
    }

    /** A still picture with every element that its header can have. */
    public static Bytes rich() {
        return file(
                extended(WebpHeader.FLAG_ALPHA | WebpHeader.FLAG_EXIF | WebpHeader.FLAG_PROFILE, 20, 10),
                chunk("ICCP", new ByteArrayBuilder().text("profile")),
                chunk("ALPH", new ByteArrayBuilder().zeros(5)),
                lossy(20, 10),
                chunk("EXIF", Tiffs.withOrientation(8, true)),
                chunk("XMP ", new ByteArrayBuilder().text("<x/>")));
    }

    public static Bytes animated() {
        return file(
                extended(WebpHeader.FLAG_ANIMATION, 20, 10),
                animation(),
                frame(0, 0, 20, 10, lossless(20, 10, false)),
                frame(2, 4, 6, 6, chunk("ALPH", new ByteArrayBuilder().zeros(3)).add(lossy(6, 6))));
    }
}
