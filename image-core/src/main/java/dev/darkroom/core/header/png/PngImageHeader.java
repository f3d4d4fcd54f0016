package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/**
 * The IHDR chunk of a PNG (PNG 3rd edition, 11.2.1).
 *
 * @param bitDepth bits of a sample, or of a palette index
 * @param colorType 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha
 * @param interlaced whether the picture has Adam7 interlacing
 */
public record PngImageHeader(int width, int height, int bitDepth, int colorType, boolean interlaced) {
    private static final int LENGTH = 13;
    private static final int CGBI = PngChunk.typeOf("CgBI");

    /** Reads the first chunk. */
    static PngImageHeader read(Bytes file, PngChunks chunks) throws ImageException {
        PngChunk first = chunks.next();
        if (first != null && first.type() == CGBI) {
            throw ImageException.unsupported("Apple's CgBI variant of PNG is not supported");
        }
        if (first == null || first.type() != PngChunk.IHDR) {
            throw ImageException.malformed("this PNG does not start with an IHDR chunk");
        }
        if (first.length() != LENGTH) {
            throw ImageException.malformed("this PNG's IHDR chunk is " + first.length() + " bytes long, not " + LENGTH);
        }
        chunks.requireCrc(first);
        int at = first.dataStart();
        int depth = file.u8(at + 8);
        int colorType = file.u8(at + 9);
        if (!isValid(depth, colorType)) {
            throw ImageException.malformed(
                    "this PNG has the impossible bit depth " + depth + " with colour type " + colorType);
        }
        if (file.u8(at + 10) != 0 || file.u8(at + 11) != 0 || file.u8(at + 12) > 1) {
            throw ImageException.malformed("this PNG has an unknown compression, filter or interlace method");
        }
        return new PngImageHeader(
                side("wide", file.u32(at)), side("high", file.u32(at + 4)), depth, colorType, file.u8(at + 12) == 1);
    }

    private static int side(String which, long pixels) throws ImageException {
        if (pixels < 1 || pixels > Integer.MAX_VALUE) {
            throw ImageException.malformed(
                    "this PNG says it is " + pixels + " pixels " + which + "; 1 to 2147483647 are possible");
        }
        return (int) pixels;
    }

    /** Checks the combination by table 12 of the specification. */
    private static boolean isValid(int depth, int colorType) {
        return switch (colorType) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }
}
