package dev.darkroom.core.header.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.ByteArrayBuilder;

/** Builds parts of GIF files. They contain no decodable picture. */
public final class Gifs {
    private Gifs() {}

    /** A screen descriptor with a global table of four colours. */
    static ByteArrayBuilder screen(int width, int height) {
        return new ByteArrayBuilder()
                .text("GIF89a")
                .u16le(width)
                .u16le(height)
                .u8(0x81, 0, 0)
                .zeros(12);
    }

    static ByteArrayBuilder control(boolean transparent) {
        return new ByteArrayBuilder()
                .u8(0x21, 0xF9, 4, transparent ? 1 : 0)
                .u16le(10)
                .u8(3, 0);
    }

    static ByteArrayBuilder image(int left, int top, int width, int height) {
        return descriptor(left, top, width, height, 0).u8(2, 3, 1, 2, 3, 0);
    }

    static ByteArrayBuilder descriptor(int left, int top, int width, int height, int flags) {
        return new ByteArrayBuilder()
                .u8(0x2C)
                .u16le(left)
                .u16le(top)
                .u16le(width)
                .u16le(height)
                .u8(flags);
    }

    static ByteArrayBuilder comment(String text) {
        return new ByteArrayBuilder().u8(0x21, 0xFE, text.length()).text(text).u8(0);
    }

    static ByteArrayBuilder loop() {
        return new ByteArrayBuilder()
                .u8(0x21, 0xFF, 11)
                .text("NETSCAPE2.0")
                .u8(3, 1)
                .u16le(0)
                .u8(0);
    }

    static Bytes file(ByteArrayBuilder... blocks) {
        ByteArrayBuilder file = new ByteArrayBuilder();
        for (ByteArrayBuilder block : blocks) {
            file.add(block);
        }
        return file.u8(0x3B).bytes();
    }

    public static Bytes rich() {
        return file(
                screen(10, 8),
                loop(),
                comment("hello"),
                control(true),
                image(0, 0, 10, 8),
                control(false),
                descriptor(1, 1, 4, 4, 0xC0).zeros(6).u8(2, 3, 1, 2, 3, 0));
    }
}
