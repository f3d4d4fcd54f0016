package dev.darkroom.core.header.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;

/**
 * The properties of a GIF, read from its blocks.
 *
 * @param canvas size of the logical screen, enlarged if the first image extends beyond it, as in viewers
 * @param first the first image
 * @param bits bits of an index into the first image's colours
 * @param frames number of whole images; a truncated one at the end of the file does not count
 * @param transparent whether any image has a transparent colour
 */
public record GifHeader(Size canvas, GifImage first, int bits, int frames, boolean transparent) {
    /** Reads all blocks and skips over their data by its lengths. */
    public static GifHeader read(Bytes file) throws ImageException {
        GifBlocks blocks = GifBlocks.toleratingBrokenTail(file);
        GifImage first = null;
        int frames = 0;
        boolean transparent = false;
        boolean nextIsTransparent = false;
        GifBlock block;
        while ((block = blocks.next()) != null) {
            if (block.kind() == GifBlock.Kind.IMAGE) {
                first = first == null ? GifImage.of(file, block) : first;
                frames++;
                transparent |= nextIsTransparent;
                nextIsTransparent = false;
            } else if (block.kind() == GifBlock.Kind.GRAPHIC_CONTROL) {
                nextIsTransparent = file.u8(block.dataStart()) >= 4 && (file.u8(block.dataStart() + 1) & 1) != 0;
            }
        }
        if (first == null) {
            throw ImageException.malformed("no frames in GIF");
        }
        GifScreen screen = blocks.screen();
        int colors = first.colors() > 0 ? first.colors() : Math.max(2, screen.colors());
        return new GifHeader(canvas(screen, first), first, Integer.numberOfTrailingZeros(colors), frames, transparent);
    }

    private static Size canvas(GifScreen screen, GifImage first) throws ImageException {
        int width = Math.max(screen.width(), first.left() + first.width());
        int height = Math.max(screen.height(), first.top() + first.height());
        if (width == 0 || height == 0) {
            throw ImageException.malformed("this GIF says it is " + width + " x " + height + " pixels");
        }
        return new Size(width, height);
    }

    public ImageInfo info() {
        return new ImageInfo(
                Format.GIF,
                canvas,
                Orientation.NORMAL,
                frames,
                transparent,
                ColorModel.PALETTE,
                ColorEncoding.SRGB,
                bits,
                true,
                first.interlaced());
    }
}
