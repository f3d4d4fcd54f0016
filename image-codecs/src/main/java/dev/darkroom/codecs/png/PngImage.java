package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.PngChunk;
import dev.darkroom.core.header.PngChunks;
import dev.darkroom.spi.Layout;
import org.jspecify.annotations.Nullable;

/**
 * What decoding the pixels takes from the chunks up to the first IDAT. Ancillary chunks but tRNS are passed over unread, whatever is
 * in them.
 *
 * @param palette RGB triples; empty without PLTE
 * @param transparency tRNS data; empty without
 * @param firstIdat offset of the first IDAT chunk
 */
record PngImage(
        Size size, int depth, PngType type, boolean interlaced, Bytes palette, Bytes transparency, int firstIdat) {

    static PngImage read(Bytes file) throws ImageException {
        PngChunks chunks = new PngChunks(file);
        PngChunk header = chunks.next();
        if (header == null || header.type() != PngChunk.IHDR || header.length() != 13) {
            throw ImageException.malformed("this PNG does not start with a header chunk (IHDR) of 13 bytes");
        }
        chunks.requireCrc(header);
        Bytes palette = Bytes.empty();
        Bytes transparency = Bytes.empty();
        for (PngChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            switch (chunk.type()) {
                case PngChunk.IDAT -> {
                    return of(header.data(file), palette, transparency, chunk.start());
                }
                case PngChunk.PLTE -> {
                    chunks.requireCrc(chunk);
                    palette = palette(chunk.data(file), palette);
                }
                case PngChunk.TRNS -> {
                    chunks.requireCrc(chunk);
                    transparency = chunk.data(file);
                }
                default -> requireAncillary(chunk);
            }
        }
        throw ImageException.malformed("this PNG has no image data (IDAT)");
    }

    /** A critical chunk that nobody knows changes the picture in a way that nobody knows (PNG 3rd edition, 5.4). */
    static void requireAncillary(PngChunk chunk) throws ImageException {
        if (chunk.isCritical() && chunk.type() != PngChunk.IEND) {
            throw ImageException.malformed("this PNG has a misplaced or unknown critical chunk " + chunk.name());
        }
    }

    /** Bits of a pixel as stored. */
    int bitsPerPixel() {
        return depth * type.channels();
    }

    /** Bytes of a row of so many pixels, without filter byte. */
    int rowBytes(int width) {
        return Math.toIntExact(((long) width * bitsPerPixel() + 7) / 8);
    }

    /** Whether tRNS names a colour, or palette entries, that are not opaque. */
    boolean isKeyed() {
        return !type.hasAlpha() && transparency.length() > 0;
    }

    Layout layout() {
        if (type.hasAlpha() || isKeyed()) {
            return Layout.RGBA;
        }
        return type == PngType.GRAY ? Layout.GRAY : Layout.RGB;
    }

    private static PngImage of(Bytes header, Bytes palette, Bytes transparency, int firstIdat) throws ImageException {
        long width = header.u32(0);
        long height = header.u32(4);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw ImageException.malformed("this PNG states a size of " + width + " x " + height);
        }
        PngType type = PngType.of(header.u8(9), header.u8(8));
        if (header.u8(10) != 0 || header.u8(11) != 0 || header.u8(12) > 1) {
            throw ImageException.malformed(
                    "this PNG states a compression, filter or interlace method that PNG does not have");
        }
        if (type == PngType.PALETTE && palette.isEmpty()) {
            throw ImageException.malformed("this PNG has a palette's colour type but no palette (PLTE)");
        }
        if (width * type.channels() * 2 > Integer.MAX_VALUE - 64) {
            throw ImageException.unsupported("this PNG's rows of " + width + " pixels do not fit into one array");
        }
        int keyBytes = type == PngType.GRAY ? 2 : type == PngType.RGB ? 6 : 0;
        boolean keyTooShort = keyBytes > 0 && !transparency.isEmpty() && transparency.length() < keyBytes;
        return new PngImage(
                Size.of((int) width, (int) height),
                header.u8(8),
                type,
                header.u8(12) == 1,
                palette,
                keyTooShort ? Bytes.empty() : transparency,
                firstIdat);
    }

    private static Bytes palette(Bytes data, @Nullable Bytes before) throws ImageException {
        if (before != null && !before.isEmpty()) {
            throw ImageException.malformed("this PNG has more than one palette (PLTE)");
        }
        if (data.isEmpty() || data.length() % 3 != 0 || data.length() > 3 * 256) {
            throw ImageException.malformed(
                    "this PNG has a palette (PLTE) of " + data.length() + " bytes; it must be 1 to 256 entries of 3");
        }
        return data;
    }
}
