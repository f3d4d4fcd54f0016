package dev.darkroom.core.header.gif;

import dev.darkroom.core.Bytes;

/**
 * A GIF's image descriptor (GIF89a, section 20).
 *
 * @param left column on the canvas; the rectangle may extend beyond the canvas or be empty
 * @param colors number of entries of the local colour table at {@code tableStart}; 0 without a table
 * @param dataStart offset of the LZW minimum code size; the sub-blocks follow it
 */
public record GifImage(
        int left, int top, int width, int height, boolean interlaced, int colors, int tableStart, int dataStart) {
    /** Bytes of a descriptor after its introducer. */
    static final int DESCRIPTOR = 9;

    /** Reads the descriptor of a block of kind {@link GifBlock.Kind#IMAGE}. */
    public static GifImage of(Bytes file, GifBlock block) {
        int at = block.dataStart();
        int flags = file.u8(at + 8);
        int colors = colors(flags);
        int table = at + DESCRIPTOR;
        return new GifImage(
                file.u16le(at),
                file.u16le(at + 2),
                file.u16le(at + 4),
                file.u16le(at + 6),
                (flags & 0x40) != 0,
                colors,
                table,
                table + 3 * colors);
    }

    static int colors(int flags) {
        return (flags & 0x80) == 0 ? 0 : 2 << (flags & 7);
    }
}
