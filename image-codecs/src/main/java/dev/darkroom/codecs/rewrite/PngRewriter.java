package dev.darkroom.codecs.rewrite;

import dev.darkroom.codecs.BinaryWriter;
import dev.darkroom.codecs.metadata.PngMetadata;
import dev.darkroom.codecs.metadata.Zlib;
import dev.darkroom.codecs.rewrite.png.AnimationFrames;
import dev.darkroom.codecs.rewrite.png.HeaderChunks;
import dev.darkroom.codecs.rewrite.png.PaletteChunks;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.core.header.png.PngChunks;
import dev.darkroom.core.header.png.PngHeader;
import dev.darkroom.spi.codec.Rewriter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites a PNG. It keeps the chunks that affect the display, including animation, and writes the profile and the orientation anew. It
 * drops text, times, private chunks and data after IEND. It also drops chunks that a decoder ignores: duplicates, chunks with a wrong
 * length or checksum, chunks that come too late, and the palette of a picture that does not use palette indexes. Palette entries and stream
 * bytes that no pixel uses are dropped too: see {@link PaletteChunks} and {@link dev.darkroom.codecs.rewrite.png.PixelStream}.
 */
final class PngRewriter {
    /** Profile name and compression method. */
    private static final String PROFILE_HEAD = "icc\0\0";

    private static final int MAX_NAME = 79;
    private static final int PALETTE = 3;
    private static final int MAX_PROFILE = 8 * 1024 * 1024;

    private final Bytes file;
    private final KeptMetadata kept;
    private final PngHeader header;
    private final HeaderChunks numbers;
    private final AnimationFrames frames;
    private final PngOutput out;
    private final Rewriter.Context context;

    private PngRewriter(Bytes file, KeptMetadata kept, Rewriter.Context context) throws ImageException {
        this.file = file;
        this.kept = kept;
        this.context = context;
        this.header = PngHeader.read(file);
        this.numbers = HeaderChunks.read(file, header.image());
        this.frames = new AnimationFrames(file, header.image(), numbers.announcedFrames(), context.deadline());
        this.out = new PngOutput(file);
    }

    static Bytes rewrite(Bytes file, KeptMetadata kept, Rewriter.Context context) throws ImageException {
        return new PngRewriter(file, kept, context).run();
    }

    private Bytes run() throws ImageException {
        readPixels();
        frames.read();
        warnOfMissingFrames();
        writeHeaderChunks();
        writeMetadata();
        frames.write(out::write);
        out.write(PngChunk.IEND, Bytes.empty());
        return out.toBytes();
    }

    /** Reads the chunks that carry pixels. Without an animation, frame chunks are ignored like unknown chunks. */
    private void readPixels() throws ImageException {
        Set<Integer> seen = new HashSet<>();
        PngChunks chunks = PngChunks.toleratingBrokenTail(file);
        for (PngChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            boolean frame = chunk.type() == PngChunk.FDAT || chunk.type() == PngChunk.FCTL;
            if (chunk.isCritical() || frame && numbers.announcedFrames() > 0) {
                chunks.requireCrc(chunk);
                switch (chunk.type()) {
                    case PngChunk.IHDR, PngChunk.PLTE -> {
                        if (!seen.add(chunk.type())) {
                            throw ImageException.malformed("this PNG has a second " + chunk.name() + " chunk");
                        }
                    }
                    case PngChunk.IDAT, PngChunk.FCTL, PngChunk.FDAT -> frames.take(chunk);
                    case PngChunk.IEND -> {}
                    default ->
                        throw ImageException.malformed("this PNG has the unknown critical chunk " + chunk.name()
                                + ": it cannot be shown without it");
                }
            }
        }
    }

    private boolean lacksFrames() {
        return frames.count() < numbers.announcedFrames();
    }

    private void warnOfMissingFrames() {
        if (lacksFrames()) {
            context.warn(
                    frames.count() > 0
                            ? "the rewritten PNG ends with frame " + frames.count() + ", the last whole one"
                            : "the rewritten PNG is a still picture: no frame of its animation is whole");
        }
    }

    /** An animation that is cut off has fewer frames than it announced (PNG 3rd edition, 11.3.5.1). */
    private void writeFrameCount(Bytes announced) {
        if (!lacksFrames()) {
            out.write(PngChunk.ACTL, announced);
        } else if (frames.count() > 0) {
            BinaryWriter data = new BinaryWriter(announced.length());
            out.write(
                    PngChunk.ACTL,
                    data.u32(frames.count()).bytes(announced, 4, 8).toBytes());
        }
    }

    private void writeHeaderChunks() throws ImageException {
        Optional<Bytes> profile = Optional.empty();
        PngChunks chunks = new PngChunks(file);
        boolean profileTried = false;
        for (PngChunk chunk = chunks.next(); chunk != null && chunk.type() != PngChunk.IDAT; chunk = chunks.next()) {
            if (chunk.type() == PngChunk.ICCP && !profileTried && chunks.crcMatches(chunk)) {
                profileTried = true;
                profile = profile(chunk.data(file));
            }
        }
        boolean profileWritten = false;
        boolean transparencyWritten = false;
        chunks = new PngChunks(file);
        for (PngChunk chunk = chunks.next(); chunk != null && chunk.type() != PngChunk.IDAT; chunk = chunks.next()) {
            Bytes number = numbers.kept(chunk, profile.isPresent());
            if (number != null && chunk.type() == PngChunk.ACTL) {
                writeFrameCount(number);
            } else if (number != null) {
                out.write(chunk.type(), number);
            } else if (chunk.type() == PngChunk.IHDR) {
                out.copy(chunk);
            } else if (chunk.type() == PngChunk.ICCP && profile.isPresent() && !profileWritten) {
                profileWritten = true;
                out.write(PngChunk.ICCP, profile.get());
            } else if (header.image().colorType() == PALETTE) {
                // With true colour, the palette is only a suggestion (11.2.2).
                if (chunk.type() == PngChunk.PLTE) {
                    out.write(PngChunk.PLTE, PaletteChunks.palette(header.palette(), frames.colors()));
                } else if (chunk.type() == PngChunk.TRNS
                        && !header.transparency().isEmpty()
                        && !transparencyWritten) {
                    transparencyWritten = true;
                    out.write(PngChunk.TRNS, PaletteChunks.transparency(header.transparency(), frames.colors()));
                }
            }
        }
    }

    /**
     * Returns the data of a new iCCP chunk. The profile name may contain any text, and the stream may have extra bytes at the end, so both
     * are written anew (11.3.2.3).
     */
    private static Optional<Bytes> profile(Bytes data) {
        int name = 0;
        while (name < data.length() && name < MAX_NAME && data.u8(name) != 0) {
            name++;
        }
        if (name + 2 > data.length() || data.u16(name) != 0) {
            return Optional.empty();
        }
        return Zlib.inflate(data.from(name + 2), MAX_PROFILE)
                .flatMap(IccProfileCleaner::cleaned)
                .map(profile -> {
                    Bytes stream = Zlib.deflate(profile);
                    BinaryWriter chunk = new BinaryWriter(PROFILE_HEAD.length() + stream.length());
                    return chunk.latin1(PROFILE_HEAD).bytes(stream).toBytes();
                });
    }

    private void writeMetadata() {
        if (!kept.exif().isEmpty()) {
            out.write(PngChunk.EXIF, kept.exif());
        }
        if (!kept.xmp().isEmpty()) {
            BinaryWriter data = new BinaryWriter(kept.xmp().length() + 32);
            data.latin1(PngMetadata.XMP_KEYWORD + "\0\0\0\0\0").bytes(kept.xmp());
            out.write(PngMetadata.ITXT, data.toBytes());
        }
    }
}
