package dev.darkroom.core.header.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/**
 * A GIF's header and logical screen descriptor (GIF89a, sections 17 and 18).
 *
 * @param width may be 0
 * @param height may be 0
 * @param colors number of entries of the global colour table that starts at byte 13; 0 without a table
 * @param background index into the global colour table
 * @param end offset after the table, where the blocks start
 */
public record GifScreen(int width, int height, int colors, int background, int end) {
    private static final int TABLE = 13;

    static GifScreen read(Bytes file) throws ImageException {
        if (!file.startsWith("GIF87a", 0) && !file.startsWith("GIF89a", 0)) {
            throw ImageException.malformed("this GIF does not start with a GIF87a or GIF89a header");
        }
        if (file.length() < TABLE) {
            throw ImageException.malformed("this GIF ends early: its screen descriptor is cut off");
        }
        int colors = GifImage.colors(file.u8(10));
        int end = TABLE + 3 * colors;
        if (end > file.length()) {
            throw ImageException.malformed("this GIF ends early: its global colour table is cut off");
        }
        return new GifScreen(file.u16le(6), file.u16le(8), colors, file.u8(11), end);
    }

    /** Offset of the global colour table. Each entry has three bytes. */
    public int tableStart() {
        return TABLE;
    }
}
