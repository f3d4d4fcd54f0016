package dev.darkroom.codecs.rewrite.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.core.header.png.PngChunks;
import dev.darkroom.core.header.png.PngImageHeader;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The numeric chunks before the pixels of a PNG that affect its display (PNG 3rd edition, 11.3). For each type, the first chunk with a
 * valid length and checksum counts. Chunks that another chunk overrides (4.3), and chunks with implausible values, are not kept.
 */
public final class HeaderChunks {
    private static final int MDCV = PngChunk.typeOf("mDCV");
    private static final int CLLI = PngChunk.typeOf("cLLI");
    private static final int PALETTE = 3;
    /** Transfer characteristics of H.273 for which mDCV and cLLI apply. */
    private static final int TRANSFER_PQ = 16;

    private static final int TRANSFER_HLG = 18;
    private static final long UNIT = 100_000;
    private static final long ROUNDING = 10;

    private final Bytes file;
    private final PngImageHeader header;
    private final Map<Integer, PngChunk> first = new HashMap<>();

    private HeaderChunks(Bytes file, PngImageHeader header) {
        this.file = file;
        this.header = header;
    }

    public static HeaderChunks read(Bytes file, PngImageHeader header) throws ImageException {
        HeaderChunks found = new HeaderChunks(file, header);
        PngChunks chunks = new PngChunks(file);
        for (PngChunk chunk = chunks.next(); chunk != null && chunk.type() != PngChunk.IDAT; chunk = chunks.next()) {
            if (found.isPossible(chunk) && !found.first.containsKey(chunk.type()) && chunks.crcMatches(chunk)) {
                found.first.put(chunk.type(), chunk);
            }
        }
        return found;
    }

    /** Declared number of frames; 0 if there is no animation. */
    public long announcedFrames() {
        PngChunk chunk = first.get(PngChunk.ACTL);
        long count = chunk == null ? 0 : file.u32(chunk.dataStart());
        return count > Integer.MAX_VALUE ? 0 : count;
    }

    /**
     * Returns the data to write for a chunk; null if the chunk is left out.
     *
     * @param profile whether an ICC profile is kept
     */
    public @Nullable Bytes kept(PngChunk chunk, boolean profile) {
        if (!chunk.equals(first.get(chunk.type()))) {
            return null;
        }
        boolean overruled = profile || first.containsKey(PngChunk.SRGB) || first.containsKey(PngChunk.CICP);
        boolean shown = switch (chunk.type()) {
            case PngChunk.GAMA -> !overruled;
            case PngChunk.CHRM -> !overruled && first.containsKey(PngChunk.GAMA);
            case PngChunk.ACTL -> announcedFrames() > 0;
            default -> chunk.type() != MDCV && chunk.type() != CLLI || isHdr();
        };
        if (!shown) {
            return null;
        }
        return chunk.type() == PngChunk.TRNS ? transparentColor(chunk.data(file)) : chunk.data(file);
    }

    private boolean isHdr() {
        PngChunk cicp = first.get(PngChunk.CICP);
        int transfer = cicp == null ? 0 : file.u8(cicp.dataStart() + 1);
        return transfer == TRANSFER_PQ || transfer == TRANSFER_HLG;
    }

    private boolean isPossible(PngChunk chunk) {
        int length = chunk.length();
        int at = chunk.dataStart();
        return switch (chunk.type()) {
            case PngChunk.GAMA -> length == 4 && file.u32(at) >= UNIT / 100 && file.u32(at) <= 10 * UNIT;
            case PngChunk.CICP -> length == 4 && file.u16(at + 2) == 1;
            case PngChunk.CHRM -> length == 32 && areChromaticities(at);
            case PngChunk.SRGB -> length == 1 && file.u8(at) <= 3;
            case PngChunk.SBIT -> length == significantChannels() && areBits(at, length);
            case PngChunk.PHYS -> length == 9 && file.u8(at + 8) <= 1;
            case PngChunk.ACTL -> length == 8;
            case PngChunk.TRNS -> header.colorType() == 0 && length == 2 || header.colorType() == 2 && length == 6;
            default -> chunk.type() == MDCV && length == 24 || chunk.type() == CLLI && length == 8;
        };
    }

    private boolean areChromaticities(int at) {
        return IntStream.range(0, 4).allMatch(i -> {
            long x = file.u32(at + 8 * i);
            long y = file.u32(at + 8 * i + 4);
            return y > 0 && x + y <= UNIT + ROUNDING;
        });
    }

    /** Number of channels in sBIT (11.3.2.5). */
    private int significantChannels() {
        return switch (header.colorType()) {
            case 0 -> 1;
            case 4 -> 2;
            case 6 -> 4;
            default -> 3;
        };
    }

    private boolean areBits(int at, int count) {
        int most = header.colorType() == PALETTE ? 8 : header.bitDepth();
        return IntStream.range(0, count).allMatch(i -> file.u8(at + i) >= 1 && file.u8(at + i) <= most);
    }

    /** Masks each sample to the bit depth of the picture (11.3.1.1). */
    private Bytes transparentColor(Bytes data) {
        byte[] samples = data.toArray();
        int mask = (1 << header.bitDepth()) - 1;
        for (int i = 0; i < samples.length; i += 2) {
            samples[i] &= (byte) (mask >> 8);
            samples[i + 1] &= (byte) mask;
        }
        return Bytes.wrap(samples);
    }
}
