package dev.darkroom.codecs.rewrite;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.gif.GifBlock;
import dev.darkroom.core.header.gif.GifBlocks;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a GIF its screen, colour tables, images, the graphic control before each and the loop count. Comments, plain text (no
 * viewer draws it), other extensions and whatever follows the trailer or the last whole block are dropped; a missing trailer is added.
 */
final class GifRewriter {
    private static final int CONTROL_LENGTH = 4;

    private final Bytes file;
    private final Kept kept;
    private final ByteOutput out;
    private @Nullable GifBlock control;
    private int images;

    private GifRewriter(Bytes file, Kept kept) {
        this.file = file;
        this.kept = kept;
        this.out = new ByteOutput(file.length() + 512);
    }

    static Bytes rewrite(Bytes file, Kept kept) throws ImageException {
        return new GifRewriter(file, kept).run();
    }

    private Bytes run() throws ImageException {
        GifBlocks blocks = GifBlocks.toleratingBrokenTail(file);
        out.bytes(file, 0, blocks.screen().end());
        for (GifBlock block = blocks.next(); block != null; block = blocks.next()) {
            switch (block.kind()) {
                case IMAGE -> image(block);
                case GRAPHIC_CONTROL -> {
                    if (file.u8(block.dataStart()) >= CONTROL_LENGTH) {
                        control = block;
                    }
                }
                case APPLICATION -> loop(block);
                default -> {}
            }
        }
        if (blocks.cutInsideImage()) {
            throw ImageException.malformed("this GIF ends early: its last image is cut off");
        }
        if (images == 0) {
            throw ImageException.malformed("this GIF has no image in it");
        }
        writeXmp();
        return out.u8(0x3B).toBytes();
    }

    /** A control block holds for the next image; of several, viewers take the last, and of a longer one what they know. */
    private void image(GifBlock block) {
        if (control != null) {
            int fields = control.dataStart() + 1;
            out.u8(0x21).u8(0xF9).u8(CONTROL_LENGTH).bytes(file, fields, fields + CONTROL_LENGTH);
            out.u8(0);
            control = null;
        }
        out.bytes(file, block.start(), block.end());
        images++;
    }

    private void loop(GifBlock block) {
        OptionalInt count = GifApplication.loopCount(file, block);
        if (count.isPresent()) {
            out.u8(0x21).u8(0xFF).u8(11).bytes(file, block.dataStart() + 1, block.dataStart() + 12);
            out.u8(3).u8(1).u16le(count.getAsInt()).u8(0);
        }
    }

    private void writeXmp() {
        if (!kept.xmp().isEmpty()) {
            out.setU8(4, '9');
            GifApplication.writeXmp(kept.xmp(), out);
        }
    }
}
