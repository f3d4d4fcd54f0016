package dev.darkroom.codecs.rewrite;

import dev.darkroom.codecs.BinaryWriter;
import dev.darkroom.codecs.metadata.GifApplication;
import dev.darkroom.codecs.rewrite.gif.LzwData;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.gif.GifBlock;
import dev.darkroom.core.header.gif.GifBlocks;
import dev.darkroom.core.header.gif.GifImage;
import dev.darkroom.spi.codec.Rewriter;
import java.util.BitSet;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a GIF. It keeps the screen, colour tables, images, the graphic control extension of each image and the loop count. It drops
 * comments, plain text (no viewer draws it), other extensions, and all data after the trailer or the last complete block. It adds a missing
 * trailer. Coded data ends with the last pixel. Colours that no pixel uses become black.
 */
final class GifRewriter {
    private static final int CONTROL_LENGTH = 4;
    private static final int RESERVED_CONTROL_FLAGS = 0xE0;
    private static final int RESERVED_IMAGE_FLAGS = 0x18;
    private static final int TRANSPARENT = 0x01;

    private final Bytes file;
    private final KeptMetadata kept;
    private final Rewriter.Context context;
    private final BinaryWriter out;
    private @Nullable GifBlock control;
    private int images;
    private final BitSet globalColors = new BitSet();
    /** Offset of the loop count in the output; 0 if it is not written yet. Viewers use the last loop count of a file. */
    private int loopCount;

    private GifRewriter(Bytes file, KeptMetadata kept, Rewriter.Context context) {
        this.file = file;
        this.kept = kept;
        this.context = context;
        this.out = new BinaryWriter(file.length() + 512);
    }

    static Bytes rewrite(Bytes file, KeptMetadata kept, Rewriter.Context context) throws ImageException {
        return new GifRewriter(file, kept, context).run();
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
        if (images == 0) {
            throw ImageException.malformed("this GIF has no image in it");
        }
        if (blocks.cutInsideImage()) {
            context.warn("the rewritten GIF ends with frame " + images + ", the last whole one");
        }
        if (blocks.screen().colors() > 0) {
            globalColors.set(blocks.screen().background());
            blacken(blocks.screen().tableStart(), blocks.screen().colors(), globalColors);
        }
        writeXmp();
        return out.u8(0x3B).toBytes();
    }

    /**
     * Writes one image and its graphic control extension. A graphic control extension applies to the next image. If there are several,
     * viewers use the last one. If it is too long, viewers use the known fields.
     */
    private void image(GifBlock block) throws ImageException {
        if (control != null) {
            int fields = control.dataStart() + 1;
            int flags = file.u8(fields) & ~RESERVED_CONTROL_FLAGS;
            boolean keyed = (flags & TRANSPARENT) != 0;
            out.u8(0x21).u8(0xF9).u8(CONTROL_LENGTH).u8(flags).bytes(file, fields + 1, fields + 3);
            out.u8(keyed ? file.u8(fields + 3) : 0).u8(0);
            control = null;
        }
        GifImage image = GifImage.of(file, block);
        LzwData data = LzwData.read(file, image, context.deadline());
        if (images == 0) {
            requireShown(image, data);
        }
        int flags = image.tableStart() - 1;
        out.bytes(file, block.start(), flags).u8(file.u8(flags) & ~RESERVED_IMAGE_FLAGS);
        int table = out.length();
        out.bytes(file, image.tableStart(), image.dataStart());
        if (image.colors() > 0) {
            blacken(table, image.colors(), data.colors());
        } else {
            globalColors.or(data.colors());
        }
        out.bytes(Bytes.wrap(data.bytes()));
        images++;
    }

    /** What a decoder of the first frame refuses has no copy either. */
    private static void requireShown(GifImage image, LzwData data) throws ImageException {
        if (data.isCutOff()) {
            throw ImageException.malformed(
                    "this GIF ends early or is damaged: the data of its first frame ends before its last pixel");
        }
        if (!data.hasPixels() && image.width() > 0 && image.height() > 0) {
            throw ImageException.malformed("the first picture of this GIF holds no pixels");
        }
    }

    /** Sets the colours that no pixel uses to black. */
    private void blacken(int table, int colors, BitSet occurring) {
        for (int color = occurring.nextClearBit(0); color < colors; color = occurring.nextClearBit(color + 1)) {
            for (int i = 0; i < 3; i++) {
                out.setU8(table + 3 * color + i, 0);
            }
        }
    }

    private void loop(GifBlock block) {
        OptionalInt count = GifApplication.loopCount(file, block);
        if (count.isPresent() && loopCount > 0) {
            out.setU8(loopCount, count.getAsInt());
            out.setU8(loopCount + 1, count.getAsInt() >> 8);
        } else if (count.isPresent()) {
            out.u8(0x21).u8(0xFF).u8(11).bytes(file, block.dataStart() + 1, block.dataStart() + 12);
            out.u8(3).u8(1).u16le(count.getAsInt()).u8(0);
            loopCount = out.length() - 3;
        }
    }

    private void writeXmp() {
        if (!kept.xmp().isEmpty()) {
            out.setU8(4, '9');
            GifApplication.writeXmp(kept.xmp(), out);
        }
    }
}
