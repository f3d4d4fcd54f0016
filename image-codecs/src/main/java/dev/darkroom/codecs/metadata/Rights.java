package dev.darkroom.codecs.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.iptc.IptcDirectory;

/**
 * What {@code keep(COPYRIGHT)} carries over, each field cleaned by {@link RightsText}, empty where there is none. EXIF and XMP fields
 * keep to their own side, so that neither overrules the other.
 *
 * @param exifCopyright tag 0x8298
 * @param exifArtist tag 0x013B
 * @param copyright XMP dc:rights, or else IPTC 2:116
 * @param creator XMP dc:creator, or else IPTC 2:80; several joined by "; "
 * @param credit XMP photoshop:Credit, or else IPTC 2:110
 * @param usageTerms XMP xmpRights:UsageTerms
 * @param webStatement XMP xmpRights:WebStatement
 */
public record Rights(
        String exifCopyright,
        String exifArtist,
        String copyright,
        String creator,
        String credit,
        String usageTerms,
        String webStatement) {
    public static final Rights NONE = new Rights("", "", "", "", "", "", "");

    public static Rights of(ExtractedMetadata metadata) {
        return new Rights(
                metadata.exif(ExifDirectoryBase.TAG_COPYRIGHT),
                metadata.exif(ExifDirectoryBase.TAG_ARTIST),
                first(metadata.xmp("dc:rights"), metadata.iptc(IptcDirectory.TAG_COPYRIGHT_NOTICE)),
                first(metadata.xmpItems("dc:creator"), metadata.iptc(IptcDirectory.TAG_BY_LINE)),
                first(metadata.xmp("photoshop:Credit"), metadata.iptc(IptcDirectory.TAG_CREDIT)),
                metadata.xmp("xmpRights:UsageTerms"),
                metadata.xmp("xmpRights:WebStatement"));
    }

    public boolean hasXmp() {
        return !(copyright + creator + credit + usageTerms + webStatement).isEmpty();
    }

    /** The first that says who owns the picture or how it may be used; empty where none does. */
    String summary() {
        return first(exifCopyright, copyright, usageTerms, webStatement);
    }

    private static String first(String... fields) {
        for (String field : fields) {
            if (!field.isEmpty()) {
                return field;
            }
        }
        return "";
    }
}
