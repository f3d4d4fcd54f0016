package dev.darkroom.codecs.metadata;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;

/**
 * The metadata blocks of a file. Darkroom's own container parsers extract them, so that third-party parsers receive nothing else. If a file
 * has several blocks of a kind, the first one counts. A block over its size limit counts as absent. Extended XMP is not read.
 *
 * @param exif a TIFF structure; empty if absent
 * @param xmp an XMP packet; empty if absent
 * @param iptc IIM records; empty if absent
 */
public record MetadataBlocks(Bytes exif, Bytes xmp, Bytes iptc) {
    public static final MetadataBlocks NONE = new MetadataBlocks(Bytes.empty(), Bytes.empty(), Bytes.empty());

    /** Size limit of EXIF and of IPTC in bytes: the capacity of one JPEG segment. */
    private static final int MAX_BLOCK = 0xFFFF;

    static final int MAX_XMP = 256 * 1024;

    private static final String EXIF_PREFIX = "Exif\0\0";

    public static MetadataBlocks of(Format format, Bytes file) throws ImageException {
        return switch (format) {
            case JPEG -> JpegMetadata.find(file);
            case PNG -> PngMetadata.find(file);
            case WEBP -> WebpMetadata.find(file);
            case GIF -> GifMetadata.find(file);
            default -> throw ImageException.unsupported("metadata of " + format.title() + " is not read here");
        };
    }

    /** Adds this EXIF block, with or without JPEG's prefix, unless an EXIF block is already present. */
    public MetadataBlocks orExif(Bytes found) {
        Bytes tiff = found.startsWith(EXIF_PREFIX, 0) ? found.from(EXIF_PREFIX.length()) : found;
        return exif.isEmpty() && tiff.length() <= MAX_BLOCK ? new MetadataBlocks(tiff, xmp, iptc) : this;
    }

    public MetadataBlocks orXmp(Bytes found) {
        return xmp.isEmpty() && found.length() <= MAX_XMP ? new MetadataBlocks(exif, found, iptc) : this;
    }

    MetadataBlocks orIptc(Bytes found) {
        return iptc.isEmpty() && found.length() <= MAX_BLOCK ? new MetadataBlocks(exif, xmp, found) : this;
    }
}
