package dev.darkroom.core.header;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import org.jspecify.annotations.Nullable;

/**
 * Walks a GIF's blocks up to the trailer (GIF89a, appendix B). Sub-blocks are passed over by their lengths; no LZW is read. Zero bytes
 * between blocks are passed over, as viewers do, and a missing trailer is no error.
 */
public final class GifBlocks {
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3B;

    private final Bytes file;
    private final GifScreen screen;
    private int position;
    private boolean ended;

    public GifBlocks(Bytes file) throws ImageException {
        this.file = file;
        this.screen = GifScreen.read(file);
        this.position = screen.end();
    }

    public GifScreen screen() {
        return screen;
    }

    /**
     * The next block, or null after the trailer or at the end of the file.
     *
     * @throws ImageException malformed: an unknown block, or one that is cut off
     */
    public @Nullable GifBlock next() throws ImageException {
        while (!ended && position < file.length() && file.u8(position) == 0) {
            position++;
        }
        if (ended || position >= file.length()) {
            return null;
        }
        int start = position;
        switch (file.u8(start)) {
            case TRAILER -> {
                ended = true;
                position = start + 1;
                return new GifBlock(GifBlock.Kind.TRAILER, start, position, position);
            }
            case EXTENSION -> {
                requireLeft(start, 3);
                GifBlock.Kind kind = kind(file.u8(start + 1));
                position = afterSubBlocks(start, start + 2);
                return new GifBlock(kind, start, start + 2, position);
            }
            case IMAGE -> {
                requireLeft(start, 1 + GifImage.DESCRIPTOR);
                int table = start + 1 + GifImage.DESCRIPTOR;
                int data = table + 3 * GifImage.colors(file.u8(table - 1));
                requireLeft(start, data + 1 - start);
                position = afterSubBlocks(start, data + 1);
                return new GifBlock(GifBlock.Kind.IMAGE, start, start + 1, position);
            }
            default ->
                throw ImageException.malformed(
                        "this GIF has an unknown block, " + Integer.toHexString(file.u8(start)) + ", at byte " + start);
        }
    }

    /** The offset after the last block returned; after the trailer, where trailing data starts. */
    public int position() {
        return position;
    }

    /** Whether the trailer was reached. */
    public boolean hasTrailer() {
        return ended;
    }

    private int afterSubBlocks(int start, int from) throws ImageException {
        int at = from;
        while (true) {
            requireLeft(start, at + 1 - start);
            int length = file.u8(at);
            at += 1 + length;
            if (length == 0) {
                return at;
            }
        }
    }

    private void requireLeft(int start, int count) throws ImageException {
        if (count > file.length() - start) {
            throw ImageException.malformed("this GIF ends early: the block at byte " + start + " is cut off");
        }
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
