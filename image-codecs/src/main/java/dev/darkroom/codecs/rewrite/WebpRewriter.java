package dev.darkroom.codecs.rewrite;

import dev.darkroom.codecs.BinaryWriter;
import dev.darkroom.codecs.rewrite.webp.WebpPixels;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.webp.RiffChunk;
import dev.darkroom.core.header.webp.RiffChunks;
import dev.darkroom.core.header.webp.WebpBitstream;
import dev.darkroom.spi.codec.Rewriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a WebP (RFC 9649). It keeps the pictures, alpha planes, animation and profile, in the order that the format requires. A simple
 * file stays simple unless metadata must be kept. An extended file keeps its canvas. Unknown chunks are dropped, also within frames. Data
 * after the code of the last pixel is dropped (see {@link WebpPixels}).
 */
final class WebpRewriter {
    private static final int EXTENDED_LENGTH = 10;
    private static final int FRAME_HEADER = 16;
    private static final int ANIMATION_LENGTH = 6;
    /** Disposal and blending; the other six bits are reserved. */
    private static final int FRAME_FLAGS = 0x03;
    /** Pixel limit of all frames together. The time to clean a frame depends on its pixels, not on its bytes. */
    private static final long MOST_PIXELS = 1L << 30;

    private static final int ICC = 0x20;
    private static final int ALPHA = 0x10;
    private static final int EXIF = 0x08;
    private static final int XMP = 0x04;
    private static final int ANIMATED = 0x02;

    private final Bytes file;
    private final KeptMetadata kept;
    private final Rewriter.Context context;
    private final Size size;
    private final boolean alpha;
    private final BinaryWriter out;
    private @Nullable RiffChunk extended;
    private boolean animated;
    private long pixels;

    private WebpRewriter(Bytes file, KeptMetadata kept, Size size, boolean alpha, Rewriter.Context context) {
        this.file = file;
        this.kept = kept;
        this.context = context;
        this.size = size;
        this.alpha = alpha;
        this.out = new BinaryWriter(file.length() + 512);
    }

    /**
     * @param size size of the canvas
     * @param alpha value of the alpha flag if a simple file must become an extended file
     */
    static Bytes rewrite(Bytes file, KeptMetadata kept, Size size, boolean alpha, Rewriter.Context context)
            throws ImageException {
        return new WebpRewriter(file, kept, size, alpha, context).run();
    }

    private Bytes run() throws ImageException {
        out.latin1("RIFF").u32le(0).latin1("WEBP");
        RiffChunks chunks = RiffChunks.toleratingBrokenTail(file);
        RiffChunk first = chunks.next();
        if (first != null && first.is("VP8X")) {
            extended = first;
        }
        writeHeader();
        int pictures = animated ? copyFrames() : copyPicture(RiffChunks.toleratingBrokenTail(file));
        if (pictures == 0) {
            throw ImageException.malformed("this WebP has no picture in it");
        }
        chunk("EXIF", kept.exif());
        chunk("XMP ", kept.xmp());
        out.setU32le(4, out.length() - 8);
        return out.toBytes();
    }

    private void writeHeader() throws ImageException {
        int flags = flag(kept.icc(), ICC) | flag(kept.exif(), EXIF) | flag(kept.xmp(), XMP);
        if (extended == null && flags == 0) {
            return;
        }
        int first = 0;
        if (extended != null) {
            if (extended.length() < EXTENDED_LENGTH) {
                throw ImageException.malformed("this WebP's VP8X chunk has " + extended.length() + " bytes, not 10");
            }
            first = file.u8(extended.dataStart());
            animated = (first & ANIMATED) != 0;
        }
        int carried = extended == null ? (alpha ? ALPHA : 0) : first & (ALPHA | ANIMATED);
        out.latin1("VP8X").u32le(EXTENDED_LENGTH).u32le(flags | carried);
        if (extended != null) {
            out.bytes(file, extended.dataStart() + 4, extended.dataStart() + EXTENDED_LENGTH);
        } else {
            out.u16le(size.width() - 1).u8(0).u16le(size.height() - 1).u8(0);
        }
        chunk("ICCP", kept.icc());
    }

    private static int flag(Bytes content, int bit) {
        return content.isEmpty() ? 0 : bit;
    }

    private int copyFrames() throws ImageException {
        RiffChunks chunks = RiffChunks.toleratingBrokenTail(file);
        boolean started = false;
        int frames = 0;
        for (RiffChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (chunk.is("ANIM") && !started && chunk.length() >= ANIMATION_LENGTH) {
                started = true;
                chunk("ANIM", file.slice(chunk.dataStart(), ANIMATION_LENGTH));
            } else if (chunk.is("ANMF")) {
                copyFrame(chunk);
                frames++;
            }
        }
        if (chunks.hasBrokenTail() && frames > 0) {
            context.warn("the rewritten WebP ends with frame " + frames + ", the last whole one");
        }
        return frames;
    }

    private void copyFrame(RiffChunk frame) throws ImageException {
        int dataEnd = frame.dataStart() + frame.length();
        int pictureStart = frame.dataStart() + FRAME_HEADER;
        if (pictureStart > dataEnd) {
            throw ImageException.malformed("this WebP's ANMF chunk at byte " + frame.start() + " is too short");
        }
        int start = out.length();
        out.latin1("ANMF").u32le(0).bytes(file, frame.dataStart(), pictureStart - 1);
        out.u8(file.u8(pictureStart - 1) & FRAME_FLAGS);
        if (copyPicture(RiffChunks.between(file, pictureStart, dataEnd)) == 0) {
            throw ImageException.malformed("this WebP's frame at byte " + frame.start() + " has no picture in it");
        }
        out.setU32le(start + 4, out.length() - start - 8);
    }

    /** Copies the first picture and the alpha plane before it. Returns the number of pictures copied. */
    private int copyPicture(RiffChunks chunks) throws ImageException {
        RiffChunk plane = null;
        for (RiffChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (chunk.is("ALPH") && plane == null) {
                plane = chunk;
            } else if (chunk.is("VP8 ") || chunk.is("VP8L")) {
                copyPixels(plane, chunk);
                return 1;
            }
        }
        return 0;
    }

    private void copyPixels(@Nullable RiffChunk plane, RiffChunk picture) throws ImageException {
        WebpBitstream header = Objects.requireNonNull(WebpBitstream.read(file, picture));
        pixels += header.size().pixels();
        if (pixels > MOST_PIXELS && pixels > size.pixels()) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.COMPLEXITY, "limit of pixels of all frames to clean", pixels, MOST_PIXELS);
        }
        if (header.lossless()) {
            chunk("VP8L", WebpPixels.lossless(picture.data(file), header.size(), context.deadline()));
            return;
        }
        if (plane != null) {
            chunk("ALPH", WebpPixels.alpha(plane.data(file), header.size(), context.deadline()));
        }
        chunk("VP8 ", WebpPixels.lossy(picture.data(file), context.deadline()));
    }

    /** Writes a chunk, or nothing if the data is empty. */
    private void chunk(String type, Bytes data) {
        if (!data.isEmpty()) {
            out.latin1(type).u32le(data.length()).bytes(data);
            if (data.length() % 2 == 1) {
                out.u8(0);
            }
        }
    }
}
