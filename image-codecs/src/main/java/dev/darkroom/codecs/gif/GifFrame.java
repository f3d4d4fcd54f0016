package dev.darkroom.codecs.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.gif.GifBlock;
import dev.darkroom.core.header.gif.GifBlocks;
import dev.darkroom.core.header.gif.GifImage;

/**
 * The first image of a GIF with its effective colour table.
 *
 * @param colors colour of each index as 0xAARRGGBB; 0 (transparent) for the transparent index and for indexes past the end of the table
 */
record GifFrame(GifImage image, int[] colors) {
    private static final int OPAQUE = 0xFF000000;

    static GifFrame first(Bytes file) throws ImageException {
        GifBlocks blocks = GifBlocks.toleratingBrokenTail(file);
        int transparent = -1;
        GifBlock block;
        while ((block = blocks.next()) != null) {
            if (block.kind() == GifBlock.Kind.IMAGE) {
                GifImage image = GifImage.of(file, block);
                return image.colors() > 0
                        ? new GifFrame(image, table(file, image.tableStart(), image.colors(), transparent))
                        : new GifFrame(
                                image,
                                table(
                                        file,
                                        blocks.screen().tableStart(),
                                        blocks.screen().colors(),
                                        transparent));
            }
            if (block.kind() == GifBlock.Kind.GRAPHIC_CONTROL && file.u8(block.dataStart()) >= 4) {
                boolean keyed = (file.u8(block.dataStart() + 1) & 1) != 0;
                transparent = keyed ? file.u8(block.dataStart() + 4) : -1;
            }
        }
        throw ImageException.malformed("no frames in GIF");
    }

    /** If the file has no colour table, index 0 is black and index 1 is white, as in viewers. */
    private static int[] table(Bytes file, int start, int count, int transparent) {
        int[] colors = new int[256];
        if (count == 0) {
            colors[0] = OPAQUE;
            colors[1] = 0xFFFFFFFF;
        }
        for (int i = 0; i < count; i++) {
            colors[i] = OPAQUE | (int) (file.u32(start + 3 * i - 1) & 0xFFFFFF);
        }
        if (transparent >= 0) {
            colors[transparent] = 0;
        }
        return colors;
    }
}
