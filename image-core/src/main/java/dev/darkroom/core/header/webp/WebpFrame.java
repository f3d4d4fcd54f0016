package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;

/**
 * One frame of an animated WebP: an ANMF chunk (RFC 9649, section 2.7.1.1).
 *
 * @param left column on the canvas
 * @param top row on the canvas
 * @param alpha whether the frame has an ALPH chunk or the alpha hint of VP8L
 */
public record WebpFrame(int left, int top, Size size, boolean alpha, boolean lossless) {
    /** Bytes of the ANMF chunk before the frame's own chunks. */
    public static final int HEADER = 16;

    /** Reads the headers of the frame and of its bitstream. Both must state the same size. */
    static WebpFrame read(Bytes file, RiffChunk anmf) throws ImageException {
        if (anmf.length() < HEADER) {
            throw ImageException.malformed("this WebP's ANMF chunk at byte " + anmf.start() + " is cut off");
        }
        int at = anmf.dataStart();
        Size size = new Size(file.u24le(at + 6) + 1, file.u24le(at + 9) + 1);
        boolean alphaChunk = false;
        RiffChunks chunks = RiffChunks.between(file, at + HEADER, at + anmf.length());
        RiffChunk chunk;
        while ((chunk = chunks.next()) != null) {
            alphaChunk |= chunk.is("ALPH");
            WebpBitstream picture = WebpBitstream.read(file, chunk);
            if (picture != null) {
                requireSame(size, picture);
                boolean alpha = alphaChunk || picture.alpha();
                return new WebpFrame(2 * file.u24le(at), 2 * file.u24le(at + 3), size, alpha, picture.lossless());
            }
        }
        throw ImageException.malformed("this WebP's frame at byte " + anmf.start() + " holds no picture");
    }

    private static void requireSame(Size size, WebpBitstream picture) throws ImageException {
        if (!picture.size().equals(size)) {
            throw ImageException.malformed(
                    "a frame of this WebP states the size " + size + ", but is " + picture.size());
        }
    }
}
