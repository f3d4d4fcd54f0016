package dev.darkroom.codecs.metadata;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.header.jpeg.JpegSegment;
import dev.darkroom.core.header.jpeg.JpegSegments;

/** Finds the metadata of a JPEG before its first scan. */
public final class JpegMetadata {
    /** Identifier of an APP1 segment with EXIF (Exif 2.32, 4.7.2). */
    static final String EXIF = "Exif\0\0";

    /** Identifier of an APP1 segment with the main XMP packet (XMP specification part 3, 1.1.3). */
    public static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final int APP13 = 0xED;

    private JpegMetadata() {}

    static MetadataBlocks find(Bytes file) throws ImageException {
        MetadataBlocks found = MetadataBlocks.NONE;
        JpegSegments segments = new JpegSegments(file);
        JpegSegment segment = segments.next();
        while (segment != null && segment.marker() != JpegMarker.SOS) {
            Bytes data = segment.data(file);
            if (segment.marker() == JpegMarker.APP1 && data.startsWith(EXIF, 0)) {
                found = found.orExif(data);
            } else if (segment.marker() == JpegMarker.APP1 && data.startsWith(XMP, 0)) {
                found = found.orXmp(data.from(XMP.length()));
            } else if (segment.marker() == APP13 && data.startsWith(PHOTOSHOP, 0)) {
                found = found.orIptc(PhotoshopResources.iptc(data.from(PHOTOSHOP.length())));
            }
            segment = segments.next();
        }
        return found;
    }
}
