package dev.darkroom.codecs.metadata;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.core.header.png.PngChunks;
import dev.darkroom.core.header.png.PngRawExif;

/** Finds the eXIf chunk of a PNG, or EXIF in its text chunks if it has no eXIf chunk, and the iTXt chunk with XMP. */
public final class PngMetadata {
    public static final int ITXT = PngChunk.typeOf("iTXt");

    /** Keyword of the iTXt chunk with the XMP packet (XMP specification part 3, 1.1.5). */
    public static final String XMP_KEYWORD = "XML:com.adobe.xmp";

    private PngMetadata() {}

    static MetadataBlocks find(Bytes file) throws ImageException {
        MetadataBlocks found = MetadataBlocks.NONE;
        PngChunks chunks = PngChunks.toleratingBrokenTail(file);
        PngRawExif raw = new PngRawExif(file, chunks);
        for (PngChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (chunk.type() == PngChunk.EXIF) {
                found = found.orExif(chunk.data(file));
            } else if (chunk.type() == ITXT) {
                found = found.orXmp(xmp(chunk.data(file)));
            } else {
                raw.take(chunk);
            }
        }
        for (Bytes exif : raw.read()) {
            found = found.orExif(exif);
        }
        return found;
    }

    /** The XMP packet of an iTXt chunk. It follows the keyword, flag, method, language and translated keyword (PNG, 11.3.3.4). */
    private static Bytes xmp(Bytes data) {
        int flags = XMP_KEYWORD.length() + 1;
        if (!data.startsWith(XMP_KEYWORD + "\0", 0) || data.length() < flags + 2) {
            return Bytes.empty();
        }
        int text = afterNul(data, afterNul(data, flags + 2));
        Bytes rest = data.from(text);
        return data.u8(flags) == 0
                ? rest
                : Zlib.inflate(rest, MetadataBlocks.MAX_XMP).orElse(Bytes.empty());
    }

    private static int afterNul(Bytes data, int from) {
        int at = from;
        while (at < data.length() && data.u8(at) != 0) {
            at++;
        }
        return Math.min(at + 1, data.length());
    }
}
