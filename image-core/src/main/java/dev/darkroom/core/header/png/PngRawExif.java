package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.exif.Exif;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * EXIF in a PNG's text chunks, as ImageMagick and exiftool write it: a tEXt or zTXt chunk (PNG 3rd edition, 11.3.3) with the keyword
 * "Raw profile type exif" or "Raw profile type APP1" and an {@link PngRawProfile} as its text. The PNG standard does not know it; it is
 * older than the eXIf chunk. ImageMagick and exiftool turn a picture by it. An eXIf chunk that gives an orientation goes first, wherever
 * it stands, as in libvips and browsers.
 *
 * <p>Chunks may stand before or after the pixels. Of each keyword only the first chunk is read, and of that no more than {@link
 * PngRawProfile} says. So a file of many such chunks costs no more than a file of two. An iTXt chunk is not read.
 */
public final class PngRawExif {
    private static final List<String> KEYWORDS = List.of("Raw profile type exif\0", "Raw profile type APP1\0");
    /** Of either, with its NUL. */
    private static final int KEYWORD_LENGTH = 22;

    private final Bytes file;
    private final PngChunks chunks;
    private final Set<String> seen = new HashSet<>();
    private final List<PngChunk> found = new ArrayList<>();

    public PngRawExif(Bytes file, PngChunks chunks) {
        this.file = file;
        this.chunks = chunks;
    }

    /** Remembers the chunk if it is one of those and its CRC is right; decodes nothing yet. */
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

    /** What the chunks hold, in the file's order, with or without {@link Exif#PREFIX}; nothing that is no EXIF, such as XMP. */
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
