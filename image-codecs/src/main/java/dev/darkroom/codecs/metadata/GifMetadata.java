package dev.darkroom.codecs.metadata;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.gif.GifBlock;
import dev.darkroom.core.header.gif.GifBlocks;

/** Finds the XMP extension of a GIF, the only GIF metadata with a known meaning. */
final class GifMetadata {
    private GifMetadata() {}

    static MetadataBlocks find(Bytes file) throws ImageException {
        MetadataBlocks found = MetadataBlocks.NONE;
        GifBlocks blocks = GifBlocks.toleratingBrokenTail(file);
        for (GifBlock block = blocks.next(); block != null; block = blocks.next()) {
            found = found.orXmp(GifApplication.xmp(file, block).orElse(Bytes.empty()));
        }
        return found;
    }
}
