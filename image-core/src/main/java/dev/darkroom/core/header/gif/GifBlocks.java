package dev.darkroom.core.header.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over a GIF's blocks up to the trailer (GIF89a, appendix B). It skips sub-blocks by their lengths and decodes no LZW data. It
 * skips zero bytes between blocks, as viewers do. A missing trailer is not an error.
 */
public final class GifBlocks {
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3B;

    private final Bytes file;
    private final GifScreen screen;
    private final boolean toleratesBrokenTail;
    private int position;
    private boolean ended;
    private boolean trailer;
    private boolean hasImage;
    private boolean cutInsideImage;
    private boolean brokenTail;

    public GifBlocks(Bytes file) throws ImageException {
        this(file, false);
    }

    private GifBlocks(Bytes file, boolean toleratesBrokenTail) throws ImageException {
        this.toleratesBrokenTail = toleratesBrokenTail;
        this.file = file;
        this.screen = GifScreen.read(file);
        this.position = screen.end();
    }

    /** An iterator that ends without an error before an unknown or truncated block, if it has already found a complete image. */
    public static GifBlocks toleratingBrokenTail(Bytes file) throws ImageException {
        return new GifBlocks(file, true);
    }

    public GifScreen screen() {
        return screen;
    }

    /**
     * The next block, or null after the trailer or at the end of the file.
     *
     * @throws ImageException malformed for an unknown or truncated block
     */
    public @Nullable GifBlock next() throws ImageException {
        while (!ended && position < file.length() && file.u8(position) == 0) {
            position++;
        }
        if (ended || position >= file.length()) {
            return null;
        }
        int start = position;
        GifBlock block = blockAt(start);
        if (block == null && !(toleratesBrokenTail && hasImage)) {
            throw broken(start);
        }
        brokenTail = block == null;
        ended = block == null || block.kind() == GifBlock.Kind.TRAILER;
        hasImage |= block != null && block.kind() == GifBlock.Kind.IMAGE;
        position = block == null ? start : block.end();
        return block;
    }

    private ImageException broken(int start) {
        int introducer = file.u8(start);
        return ImageException.malformed(
                introducer == EXTENSION || introducer == IMAGE
                        ? "this GIF ends early: the block at byte " + start + " is cut off"
                        : "this GIF has an unknown block, " + Integer.toHexString(introducer) + ", at byte " + start);
    }

    /** Null for an unknown or truncated block. */
    private @Nullable GifBlock blockAt(int start) {
        switch (file.u8(start)) {
            case TRAILER -> {
                trailer = true;
                return new GifBlock(GifBlock.Kind.TRAILER, start, start + 1, start + 1);
            }
            case EXTENSION -> {
                int end = afterSubBlocks(start + 2);
                return end < 0 ? null : new GifBlock(kind(file.u8(start + 1)), start, start + 2, end);
            }
            case IMAGE -> {
                int table = start + 1 + GifImage.DESCRIPTOR;
                if (table >= file.length()) {
                    return null;
                }
                int codeSize = table + 3 * GifImage.colors(file.u8(table - 1));
                int end = afterSubBlocks(codeSize + 1);
                cutInsideImage = end < 0;
                return end < 0 ? null : new GifBlock(GifBlock.Kind.IMAGE, start, start + 1, end);
            }
            default -> {
                return null;
            }
        }
    }

    /** The offset after the last returned block; after the trailer, the start of trailing data. */
    public int position() {
        return position;
    }

    /** Whether the trailer was reached. */
    public boolean hasTrailer() {
        return trailer;
    }

    /** Whether the walk ended before a block that is unknown or cut off. */
    public boolean hasBrokenTail() {
        return brokenTail;
    }

    /** Whether the truncated block is an image with a complete descriptor. */
    public boolean cutInsideImage() {
        return cutInsideImage;
    }

    /** The offset after the terminator; -1 if the file ends before it. */
    private int afterSubBlocks(int from) {
        int at = from;
        while (at < file.length()) {
            int length = file.u8(at);
            if (length == 0) {
                return at + 1;
            }
            if (length >= file.length() - at) {
                return -1;
            }
            at += 1 + length;
        }
        return -1;
    }

    private static GifBlock.Kind kind(int label) {
        return switch (label) {
            case 0x01 -> GifBlock.Kind.PLAIN_TEXT;
            case 0xF9 -> GifBlock.Kind.GRAPHIC_CONTROL;
            case 0xFE -> GifBlock.Kind.COMMENT;
            case 0xFF -> GifBlock.Kind.APPLICATION;
            default -> GifBlock.Kind.OTHER_EXTENSION;
        };
    }
}
