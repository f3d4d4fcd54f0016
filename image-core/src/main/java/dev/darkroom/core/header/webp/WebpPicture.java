package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The first picture of a WebP file: a still picture, or the first frame of an animation with its position on the canvas.
 *
 * @param left column on the canvas; 0 for a still picture
 * @param top row on the canvas; 0 for a still picture
 * @param alpha the ALPH chunk of a lossy picture, or null
 * @param bitstream the VP8 or VP8L chunk
 */
public record WebpPicture(
        int left, int top, Size size, @Nullable RiffChunk alpha, RiffChunk bitstream) {
    private static final int ANIMATION_FLAG = 0x02;
    private static final int ALPHA_FLAG = 0x10;
    private static final int VP8X_LENGTH = 10;

    /**
     * Reads the picture that the file's header describes. In an animation only frames count, and in a still picture frames are ignored.
     * libwebp uses the size in the bitstream, so that size must equal the size that the limits and the memory were checked for.
     */
    public static WebpPicture read(Bytes file, Size canvas) throws ImageException {
        RiffChunks chunks = RiffChunks.toleratingBrokenTail(file);
        RiffChunk alpha = null;
        boolean animation = false;
        for (RiffChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (chunk.is("VP8X") && chunk.length() >= VP8X_LENGTH) {
                animation = (file.u8(chunk.dataStart()) & ANIMATION_FLAG) != 0;
            }
            if (animation && chunk.is("ANMF") && chunk.length() >= WebpFrame.HEADER) {
                return frame(file, chunk).checked(file, canvas);
            }
            if (!animation && (chunk.is("VP8 ") || chunk.is("VP8L"))) {
                return new WebpPicture(0, 0, canvas, chunk.is("VP8L") ? null : alpha, chunk).checked(file, canvas);
            }
            alpha = alpha == null && chunk.is("ALPH") ? chunk : alpha;
        }
        throw ImageException.malformed("this WebP holds no picture");
    }

    private static WebpPicture frame(Bytes file, RiffChunk anmf) throws ImageException {
        int at = anmf.dataStart();
        Size size = new Size(file.u24le(at + 6) + 1, file.u24le(at + 9) + 1);
        RiffChunks chunks = RiffChunks.between(file, at + WebpFrame.HEADER, at + anmf.length());
        RiffChunk alpha = null;
        for (RiffChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (chunk.is("VP8 ") || chunk.is("VP8L")) {
                RiffChunk own = chunk.is("VP8L") ? null : alpha;
                return new WebpPicture(2 * file.u24le(at), 2 * file.u24le(at + 3), size, own, chunk);
            }
            alpha = alpha == null && chunk.is("ALPH") ? chunk : alpha;
        }
        throw ImageException.malformed("this WebP's first frame holds no picture");
    }

    private WebpPicture checked(Bytes file, Size canvas) throws ImageException {
        WebpBitstream header = WebpBitstream.read(file, bitstream);
        if (header == null || !header.size().equals(size)) {
            throw ImageException.malformed(
                    "this WebP states the size " + size + " for its picture, but its bitstream differs");
        }
        if (left > canvas.width() - size.width() || top > canvas.height() - size.height()) {
            throw ImageException.malformed("this WebP's first frame does not fit its canvas of " + canvas);
        }
        return this;
    }

    public boolean isLossless() {
        return bitstream.is("VP8L");
    }

    /** The prefix codes of a lossless picture, or of the alpha of a lossy picture. */
    public Vp8lCodes codes(Bytes source) throws ImageException {
        if (isLossless()) {
            return Vp8lCodes.ofPicture(bitstream.data(source), size);
        }
        return alpha == null ? Vp8lCodes.NONE : Vp8lCodes.ofAlpha(alpha.data(source), size);
    }

    /** Upper bound for the length of {@link #file}. */
    public long fileBytes() {
        return 64L + bitstream.length() + (alpha == null ? 0 : alpha.length());
    }

    /** A still WebP file that contains only the pixels of this picture. */
    public byte[] file(Bytes source) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) fileBytes());
        name(out, "RIFF");
        int alphaLength = alpha == null ? 0 : 8 + VP8X_LENGTH + 8 + padded(alpha);
        number(out, 4 + alphaLength + 8 + padded(bitstream), 4);
        name(out, "WEBP");
        if (alpha != null) {
            name(out, "VP8X");
            number(out, VP8X_LENGTH, 4);
            number(out, ALPHA_FLAG, 4);
            number(out, size.width() - 1, 3);
            number(out, size.height() - 1, 3);
            chunk(out, alpha, source);
        }
        chunk(out, bitstream, source);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, RiffChunk chunk, Bytes source) {
        name(out, chunk.type());
        number(out, chunk.length(), 4);
        out.writeBytes(chunk.data(source).toArray());
        number(out, 0, chunk.length() & 1);
    }

    private static int padded(RiffChunk chunk) {
        return chunk.length() + (chunk.length() & 1);
    }

    private static void name(ByteArrayOutputStream out, String name) {
        out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void number(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> 8 * i);
        }
    }
}
