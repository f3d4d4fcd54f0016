package dev.darkroom.codecs.rewrite;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.core.header.png.PngChunks;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps of a PNG the chunks that show it right, animation included, and writes profile and orientation anew. Text, times, private
 * chunks and whatever follows IEND are dropped, and so are chunks that a decoder would pass over: second ones, those of a wrong length
 * or checksum, those that come too late, and the palette of a picture that is not made of its colours.
 */
final class PngRewriter {
    /** Name and compression method. */
    private static final String PROFILE_HEAD = "icc\0\0";

    private static final int MAX_NAME = 79;
    private static final int GRAY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;

    private static final int MAX_PROFILE = 8 * 1024 * 1024;
    private static final int MDCV = PngChunk.typeOf("mDCV");
    private static final int CLLI = PngChunk.typeOf("cLLI");

    private final Bytes file;
    private final Kept kept;
    private final PngOutput out;
    private final Set<Integer> seen = new HashSet<>();
    private int colorType;
    private int colors;
    private boolean inData;

    private PngRewriter(Bytes file, Kept kept) {
        this.file = file;
        this.kept = kept;
        this.out = new PngOutput(file);
    }

    static Bytes rewrite(Bytes file, Kept kept) throws ImageException {
        return new PngRewriter(file, kept).run();
    }

    private Bytes run() throws ImageException {
        boolean animated = isAnimated();
        PngChunks chunks = new PngChunks(file);
        for (PngChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            boolean frame = chunk.type() == PngChunk.FDAT || chunk.type() == PngChunk.FCTL;
            if (chunk.isCritical() || frame && animated) {
                chunks.requireCrc(chunk);
                critical(chunk);
            } else if (isKept(chunk) && chunks.crcMatches(chunk) && seen.add(chunk.type())) {
                out.copy(chunk);
            } else if (chunk.type() == PngChunk.ICCP
                    && !inData
                    && chunks.crcMatches(chunk)
                    && seen.add(PngChunk.ICCP)) {
                profile(chunk.data(file));
            }
        }
        if (!inData) {
            throw ImageException.malformed("this PNG has no IDAT chunk: there is no picture in it");
        }
        return out.toBytes();
    }

    /** Whether an animation is announced, before the pixels: else its frames are chunks that nobody knows. */
    private boolean isAnimated() throws ImageException {
        PngChunks chunks = new PngChunks(file);
        for (PngChunk chunk = chunks.next(); chunk != null && chunk.type() != PngChunk.IDAT; chunk = chunks.next()) {
            if (chunk.type() == PngChunk.ACTL && isKept(chunk) && chunks.crcMatches(chunk)) {
                return true;
            }
        }
        return false;
    }

    private void critical(PngChunk chunk) throws ImageException {
        switch (chunk.type()) {
            case PngChunk.IDAT -> {
                if (!inData) {
                    inData = true;
                    metadata();
                }
            }
            case PngChunk.IHDR, PngChunk.PLTE -> {
                if (!seen.add(chunk.type())) {
                    throw ImageException.malformed("this PNG has a second " + chunk.name() + " chunk");
                }
                if (chunk.type() == PngChunk.IHDR) {
                    colorType = file.u8(chunk.dataStart() + 9);
                } else if (colorType == PALETTE) {
                    colors = chunk.length() / 3;
                } else {
                    return; // beside true colours, a palette is no more than a suggestion (11.2.2)
                }
            }
            case PngChunk.FCTL -> {
                if (chunk.length() != 26) {
                    throw ImageException.malformed("this PNG's fcTL chunk has " + chunk.length() + " bytes, not 26");
                }
            }
            case PngChunk.FDAT -> {}
            case PngChunk.IEND -> {
                out.write(PngChunk.IEND, Bytes.empty());
                return;
            }
            default ->
                throw ImageException.malformed(
                        "this PNG has the unknown critical chunk " + chunk.name() + ": it cannot be shown without it");
        }
        out.copy(chunk);
    }

    private boolean isTransparency(int length) {
        return switch (colorType) {
            case GRAY -> length == 2;
            case RGB -> length == 6;
            case PALETTE -> length >= 1 && length <= colors;
            default -> false;
        };
    }

    /** Data lengths from PNG 3rd edition, 11.3. */
    private boolean isKept(PngChunk chunk) {
        int length = chunk.length();
        int type = chunk.type();
        if (inData) {
            return false;
        }
        return switch (type) {
            case PngChunk.GAMA, PngChunk.CICP -> length == 4;
            case PngChunk.CHRM -> length == 32;
            case PngChunk.SRGB -> length == 1;
            case PngChunk.SBIT -> length >= 1 && length <= 4;
            case PngChunk.PHYS -> length == 9;
            case PngChunk.ACTL -> length == 8;
            case PngChunk.TRNS -> isTransparency(length);
            default -> type == MDCV && length == 24 || type == CLLI && length == 8;
        };
    }

    /** The name is a field anybody can write into, and the stream may have a tail: both are made anew (11.3.2.3). */
    private void profile(Bytes data) {
        int name = 0;
        while (name < data.length() && name < MAX_NAME && data.u8(name) != 0) {
            name++;
        }
        if (name + 2 > data.length() || data.u16(name) != 0) {
            return;
        }
        Optional<Bytes> profile = Zlib.inflate(data.from(name + 2), MAX_PROFILE).flatMap(IccProfile::cleaned);
        if (profile.isPresent()) {
            Bytes stream = Zlib.deflate(profile.get());
            ByteOutput chunk = new ByteOutput(PROFILE_HEAD.length() + stream.length());
            out.write(PngChunk.ICCP, chunk.latin1(PROFILE_HEAD).bytes(stream).toBytes());
        }
    }

    private void metadata() {
        if (!kept.exif().isEmpty()) {
            out.write(PngChunk.EXIF, kept.exif());
        }
        if (!kept.xmp().isEmpty()) {
            ByteOutput data = new ByteOutput(kept.xmp().length() + 32);
            data.latin1(PngMetadata.XMP_KEYWORD + "\0\0\0\0\0").bytes(kept.xmp());
            out.write(PngMetadata.ITXT, data.toBytes());
        }
    }
}
