package dev.darkroom.codecs.metadata;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;

/**
 * The metadata of a file, cut out of it by our own walkers, so that nothing else has to be given to a foreign parser. Of several
 * blocks of a kind the first counts; one over its limit counts as none; extended XMP is not read.
 *
 * @param exif a TIFF structure
 * @param xmp a packet
 * @param iptc IIM records
 */
public record MetadataBlocks(Bytes exif, Bytes xmp, Bytes iptc) {
    public static final MetadataBlocks NONE = new MetadataBlocks(Bytes.empty(), Bytes.empty(), Bytes.empty());

    /** Of EXIF and of IPTC: what one JPEG segment can hold. */
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

    /** With this EXIF, with or without JPEG's prefix, unless there is one already. */
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
