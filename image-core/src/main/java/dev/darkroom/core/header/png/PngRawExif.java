package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.exif.Exif;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads EXIF from the text chunks of a PNG, as ImageMagick and exiftool write it: a tEXt or zTXt chunk (PNG 3rd edition, 11.3.3) with
 * the keyword "Raw profile type exif" or "Raw profile type APP1" and a {@link PngRawProfile} as its text. It is not part of the PNG
 * standard and is older than the eXIf chunk. ImageMagick and exiftool apply its orientation. An eXIf chunk with an orientation takes
 * precedence at any position, as in libvips and browsers.
 *
 * <p>The chunks may be before or after the pixels. Only the first chunk of each keyword is read, up to the limits of {@link
 * PngRawProfile}. So many such chunks cost no more than two. An iTXt chunk is not read.
 */
public final class PngRawExif {
    private static final List<String> KEYWORDS = List.of("Raw profile type exif\0", "Raw profile type APP1\0");
    /** Length of each keyword, with its NUL. */
    private static final int KEYWORD_LENGTH = 22;

    private final Bytes file;
    private final PngChunks chunks;
    private final Set<String> seen = new HashSet<>();
    private final List<PngChunk> found = new ArrayList<>();

    public PngRawExif(Bytes file, PngChunks chunks) {
        this.file = file;
        this.chunks = chunks;
    }

    /** Stores the chunk if it has one of the keywords and a correct CRC. Decodes nothing yet. */
    public void take(PngChunk chunk) {
        if (chunk.type() != PngChunk.TEXT && chunk.type() != PngChunk.ZTXT) {
            return;
        }
        Bytes data = chunk.data(file);
        for (String keyword : KEYWORDS) {
            if (data.startsWith(keyword, 0) && !seen.contains(keyword) && chunks.crcMatches(chunk)) {
                seen.add(keyword);
                found.add(chunk);
            }
        }
    }

    /** The EXIF data of the chunks in file order, with or without {@link Exif#PREFIX}. Other data, such as XMP, is left out. */
    public List<Bytes> read() {
        List<Bytes> profiles = new ArrayList<>();
        for (PngChunk chunk : found) {
            Bytes text = chunk.data(file).from(KEYWORD_LENGTH);
            PngRawProfile.decode(text, chunk.type() == PngChunk.ZTXT)
                    .filter(Exif::isExif)
                    .ifPresent(profiles::add);
        }
        return profiles;
    }
}
