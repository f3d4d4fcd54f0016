package dev.darkroom.core.header.png;

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

/**
 * The properties of a PNG, read from its chunks. The reader visits all chunk headers, because EXIF and frames may follow the pixels. It
 * decodes no pixels. As in libpng, an ancillary chunk with a wrong CRC or invalid contents is ignored.
 *
 * @param frames number of frames present in an animation, of which the last may be truncated; otherwise 1
 * @param palette data of PLTE: 3 bytes for each of 1 to 256 colours; empty unless the colour type is 3
 * @param transparency data of tRNS, with the length that the colour type requires; empty without tRNS
 * @param firstIdat offset of the first IDAT chunk
 * @param orientation orientation in the first eXIf chunk; if it has none, the one of {@link PngRawExif}
 */
public record PngHeader(
        PngImageHeader image,
        int frames,
        Bytes palette,
        Bytes transparency,
        int firstIdat,
        Orientation orientation,
        ColorEncoding color) {

    public static PngHeader read(Bytes file) throws ImageException {
        PngChunks chunks = PngChunks.toleratingBrokenTail(file);
        PngImageHeader image = PngImageHeader.read(file, chunks);
        return new Reading(file, chunks, image).read();
    }

    public ColorModel model() {
        return switch (image.colorType()) {
            case 0, 4 -> ColorModel.GRAY;
            case 3 -> ColorModel.PALETTE;
            default -> ColorModel.RGB;
        };
    }

    public boolean alpha() {
        return !transparency.isEmpty() || image.colorType() >= 4;
    }

    public ImageInfo info() {
        return new ImageInfo(
                Format.PNG,
                new Size(image.width(), image.height()),
                orientation,
                frames,
                alpha(),
                model(),
                color,
                image.bitDepth(),
                true,
                image.interlaced());
    }

    /** Reads the chunks after IHDR in one pass. */
    private static final class Reading {
        private final Bytes file;
        private final PngChunks chunks;
        private final PngImageHeader image;
        private final PngColor color;
        private final PngRawExif rawExif;
        private Bytes palette = Bytes.empty();
        private Bytes transparency = Bytes.empty();
        private int firstIdat = -1;
        private boolean animated;
        private long announcedFrames;
        private int frames;
        private boolean exif;
        private Optional<Orientation> orientation = Optional.empty();

        Reading(Bytes file, PngChunks chunks, PngImageHeader image) {
            this.file = file;
            this.chunks = chunks;
            this.image = image;
            this.color = new PngColor(file);
            this.rawExif = new PngRawExif(file, chunks);
        }

        PngHeader read() throws ImageException {
            PngChunk chunk;
            while ((chunk = chunks.next()) != null) {
                take(chunk);
            }
            if (!pixels()) {
                throw ImageException.malformed("this PNG has no IDAT chunk, so no pixels");
            }
            int counted = animated ? (int) Math.max(1, Math.min(frames, announcedFrames)) : 1;
            return new PngHeader(
                    image,
                    counted,
                    palette,
                    transparency,
                    firstIdat,
                    orientation.or(this::rawOrientation).orElse(Orientation.NORMAL),
                    color.encoding());
        }

        private void take(PngChunk chunk) throws ImageException {
            switch (chunk.type()) {
                case PngChunk.IHDR -> throw ImageException.malformed("this PNG has two IHDR chunks");
                case PngChunk.IDAT -> takePixels(chunk);
                case PngChunk.FCTL -> frames++;
                case PngChunk.EXIF -> takeExif(chunk);
                case PngChunk.PLTE -> takePalette(chunk);
                case PngChunk.TRNS -> takeTransparency(chunk);
                case PngChunk.ACTL -> takeAnimation(chunk);
                default -> {
                    requireAncillary(chunk);
                    rawExif.take(chunk);
                    if (!pixels() && PngColor.knows(chunk.type()) && chunks.crcMatches(chunk)) {
                        color.take(chunk);
                    }
                }
            }
        }

        private boolean pixels() {
            return firstIdat >= 0;
        }

        private void takePixels(PngChunk chunk) throws ImageException {
            if (image.colorType() == 3 && palette.isEmpty()) {
                throw ImageException.malformed(
                        "this PNG has no PLTE chunk before its pixels, which are of the palette type");
            }
            if (!pixels()) {
                firstIdat = chunk.start();
            }
        }

        private void takeTransparency(PngChunk chunk) {
            if (!pixels() && transparency.isEmpty() && isTransparency(chunk) && chunks.crcMatches(chunk)) {
                transparency = chunk.data(file);
            }
        }

        private void takeExif(PngChunk chunk) {
            if (!exif && chunks.crcMatches(chunk)) {
                exif = true;
                orientation = Exif.find(chunk.data(file));
            }
        }

        private Optional<Orientation> rawOrientation() {
            return rawExif.read().stream()
                    .flatMap(raw -> Exif.find(raw).stream())
                    .findFirst();
        }

        private void takePalette(PngChunk chunk) throws ImageException {
            if (image.colorType() != 3 || pixels()) {
                return;
            }
            if (!palette.isEmpty()) {
                throw ImageException.malformed("this PNG has two PLTE chunks");
            }
            chunks.requireCrc(chunk);
            if (chunk.length() == 0 || chunk.length() % 3 != 0 || chunk.length() > 3 * 256) {
                throw ImageException.malformed(
                        "this PNG's palette is " + chunk.length() + " bytes long, not 3 for each of 1 to 256 colours");
            }
            palette = chunk.data(file);
        }

        private boolean isTransparency(PngChunk chunk) {
            return switch (image.colorType()) {
                case 0 -> chunk.length() == 2;
                case 2 -> chunk.length() == 6;
                case 3 -> chunk.length() >= 1 && chunk.length() <= palette.length() / 3;
                default -> false;
            };
        }

        /** Rejects an unknown critical chunk, because its effect on the picture is unknown (PNG 3rd edition, 5.4). */
        private static void requireAncillary(PngChunk chunk) throws ImageException {
            if (chunk.isCritical() && chunk.type() != PngChunk.IEND) {
                throw ImageException.malformed("this PNG has an unknown critical chunk " + chunk.name());
            }
        }

        private void takeAnimation(PngChunk chunk) {
            if (!pixels() && !animated && chunk.length() == 8 && chunks.crcMatches(chunk)) {
                announcedFrames = file.u32(chunk.dataStart());
                animated = announcedFrames >= 1 && announcedFrames <= Integer.MAX_VALUE;
            }
        }
    }
}
