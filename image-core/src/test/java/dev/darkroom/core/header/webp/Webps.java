package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.Bin;
import dev.darkroom.core.header.exif.Tiffs;

/** Pieces of WebP files; no picture can be decoded from them. */
public final class Webps {
    private Webps() {}

    static Bin chunk(String type, Bin data) {
        int length = data.array().length;
        return new Bin().text(type).u32le(length).add(data).zeros(length & 1);
    }

    static Bin lossy(int width, int height) {
        return chunk(
                "VP8 ",
                new Bin()
                        .u24le(0x10 | 4 << 5)
                        .u8(0x9D, 1, '*')
                        .u16le(width)
                        .u16le(height)
                        .zeros(4));
    }

    static Bin lossless(int width, int height, boolean alpha) {
        long bits = width - 1L | (height - 1L) << 14 | (alpha ? 1L << 28 : 0);
        return chunk("VP8L", new Bin().u8(0x2F).u32le(bits).zeros(3));
    }

    static Bin extended(int flags, int width, int height) {
        return chunk("VP8X", new Bin().u8(flags, 0, 0, 0).u24le(width - 1).u24le(height - 1));
    }

    static Bin frame(int left, int top, int width, int height, Bin chunks) {
        return chunk(
                "ANMF",
                new Bin()
                        .u24le(left / 2)
                        .u24le(top / 2)
                        .u24le(width - 1)
                        .u24le(height - 1)
                        .u24le(100)
                        .u8(0)
                        .add(chunks));
    }

    static Bin animation() {
        return chunk("ANIM", new Bin().u32le(0).u16le(0));
    }

    static Bytes file(Bin... chunks) {
        Bin body = new Bin().text("WEBP");
        for (Bin chunk : chunks) {
            body.add(chunk);
        }
        return new Bin().text("RIFF").u32le(body.array().length).add(body).bytes();
    }

    /** Everything that a still picture's header can have. */
    public static Bytes rich() {
        return file(
                extended(WebpHeader.FLAG_ALPHA | WebpHeader.FLAG_EXIF | WebpHeader.FLAG_PROFILE, 20, 10),
                chunk("ICCP", new Bin().text("profile")),
                chunk("ALPH", new Bin().zeros(5)),
                lossy(20, 10),
                chunk("EXIF", Tiffs.withOrientation(8, true)),
                chunk("XMP ", new Bin().text("<x/>")));
    }

    public static Bytes animated() {
        return file(
                extended(WebpHeader.FLAG_ANIMATION, 20, 10),
                animation(),
                frame(0, 0, 20, 10, lossless(20, 10, false)),
                frame(2, 4, 6, 6, chunk("ALPH", new Bin().zeros(3)).add(lossy(6, 6))));
    }
}
