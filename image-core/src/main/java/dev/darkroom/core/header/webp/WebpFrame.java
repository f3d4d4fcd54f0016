package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;

/**
 * One frame of an animated WebP: an ANMF chunk (RFC 9649, section 2.7.1.1).
 *
 * @param left column of the canvas
 * @param top row of the canvas
 * @param alpha whether it has an ALPH chunk or VP8L's hint
 */
public record WebpFrame(int left, int top, Size size, boolean alpha, boolean lossless) {
    /** Bytes before the frame's own chunks. */
    public static final int HEADER = 16;

    /** Reads the frame's header, and that of its bitstream, which has to be of the same size. */
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
            throw ImageException.malformed("a frame of this WebP is said to be " + size + ", but is " + picture.size());
        }
    }
}
