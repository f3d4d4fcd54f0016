package dev.darkroom.codecs.metadata;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.webp.RiffChunk;
import dev.darkroom.core.header.webp.RiffChunks;

/** Finds the EXIF and XMP chunks of a WebP. */
final class WebpMetadata {
    private WebpMetadata() {}

    static MetadataBlocks find(Bytes file) throws ImageException {
        MetadataBlocks found = MetadataBlocks.NONE;
        RiffChunks chunks = RiffChunks.toleratingBrokenTail(file);
        for (RiffChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (chunk.is("EXIF")) {
                found = found.orExif(chunk.data(file));
            } else if (chunk.is("XMP ")) {
                found = found.orXmp(chunk.data(file));
            }
        }
        return found;
    }
}
