package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.exif.Exif;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a WebP, read from its chunks (RFC 9649, section 2).
 *
 * @param frames number of whole ANMF chunks of an animation, whose bitstream headers were all read; otherwise 1
 * @param alpha whether the file declares transparency, or the first frame does not cover the canvas
 * @param lossless whether the picture, or the first frame, has the lossless encoding
 */
public record WebpHeader(
        Size canvas, int frames, boolean alpha, boolean lossless, Orientation orientation, Optional<Bytes> profile) {
    static final int FLAG_ANIMATION = 0x02;
    static final int FLAG_EXIF = 0x08;
    static final int FLAG_ALPHA = 0x10;
    static final int FLAG_PROFILE = 0x20;

    public static WebpHeader read(Bytes file) throws ImageException {
        RiffChunks chunks = RiffChunks.toleratingBrokenTail(file);
        RiffChunk first = chunks.next();
        if (first == null) {
            chunks.requireEnd();
            throw ImageException.malformed("this WebP holds no picture");
        }
        if (first.is("VP8X")) {
            return new Extended(file, chunks, first).read();
        }
        WebpBitstream picture = WebpBitstream.read(file, first);
        if (picture == null) {
            throw ImageException.malformed("this WebP does not start with a VP8, VP8L or VP8X chunk");
        }
        return new WebpHeader(
                picture.size(), 1, picture.alpha(), picture.lossless(), Orientation.NORMAL, Optional.empty());
    }

    public ImageInfo info() {
        ColorEncoding color = profile.<ColorEncoding>map(ColorEncoding.Icc::new).orElse(ColorEncoding.SRGB);
        return new ImageInfo(
                Format.WEBP, canvas, orientation, frames, alpha, ColorModel.RGB, color, 8, lossless, false);
    }

    /** Reads the chunks after VP8X in one pass. */
    private static final class Extended {
        private final Bytes file;
        private final RiffChunks chunks;
        private final int flags;
        private final Size canvas;
        private int frames;
        private boolean alphaChunk;
        private @Nullable WebpBitstream still;
        private @Nullable WebpFrame firstFrame;
        private @Nullable Orientation orientation;
        private @Nullable Bytes profile;

        Extended(Bytes file, RiffChunks chunks, RiffChunk vp8x) throws ImageException {
            if (vp8x.length() < 10) {
                throw ImageException.malformed("this WebP's VP8X chunk is cut off");
            }
            this.file = file;
            this.chunks = chunks;
            int at = vp8x.dataStart();
            this.flags = file.u8(at);
            this.canvas = new Size(file.u24le(at + 4) + 1, file.u24le(at + 7) + 1);
            if (canvas.pixels() > 0xFFFFFFFFL) {
                throw ImageException.malformed("this WebP's canvas of " + canvas + " is larger than WebP allows");
            }
        }

        WebpHeader read() throws ImageException {
            RiffChunk chunk;
            while ((chunk = chunks.next()) != null) {
                take(chunk);
            }
            boolean alpha;
            boolean lossless;
            if (has(FLAG_ANIMATION)) {
                WebpFrame first = firstFrame;
                if (first == null) {
                    chunks.requireEnd();
                    throw ImageException.malformed("this WebP is an animation without frames");
                }
                alpha = has(FLAG_ALPHA) || first.alpha() || !first.size().equals(canvas);
                lossless = first.lossless();
            } else {
                WebpBitstream picture = still;
                if (picture == null) {
                    chunks.requireEnd();
                    throw ImageException.malformed("this WebP holds no picture");
                }
                if (!picture.size().equals(canvas)) {
                    throw ImageException.malformed(
                            "this WebP's canvas is " + canvas + ", but its picture is " + picture.size());
                }
                alpha = picture.lossless() ? picture.alpha() : has(FLAG_ALPHA) || alphaChunk;
                lossless = picture.lossless();
            }
            return new WebpHeader(
                    canvas,
                    Math.max(1, frames),
                    alpha,
                    lossless,
                    orientation == null ? Orientation.NORMAL : orientation,
                    Optional.ofNullable(profile));
        }

        private void take(RiffChunk chunk) throws ImageException {
            switch (chunk.type()) {
                case "ANMF" -> takeFrame(chunk);
                case "ALPH" -> alphaChunk |= still == null;
                case "VP8 ", "VP8L" -> still = still == null ? WebpBitstream.read(file, chunk) : still;
                case "ICCP" -> {
                    boolean first = profile == null && still == null && frames == 0;
                    profile = first && has(FLAG_PROFILE) && chunk.length() > 0 ? chunk.data(file) : profile;
                }
                case "EXIF" -> {
                    if (orientation == null && has(FLAG_EXIF)) {
                        orientation = Exif.orientation(chunk.data(file));
                    }
                }
                default -> {}
            }
        }

        private void takeFrame(RiffChunk chunk) throws ImageException {
            if (!has(FLAG_ANIMATION)) {
                return;
            }
            WebpFrame frame = WebpFrame.read(file, chunk);
            if (frame.left() + frame.size().width() > canvas.width()
                    || frame.top() + frame.size().height() > canvas.height()) {
                throw ImageException.malformed(
                        "frame " + (frames + 1) + " of this WebP does not fit its canvas of " + canvas);
            }
            firstFrame = firstFrame == null ? frame : firstFrame;
            frames++;
        }

        private boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }
}
