package dev.darkroom.codecs.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.iptc.IptcDirectory;

/**
 * The rights fields that {@code keep(COPYRIGHT)} preserves. Each field is cleaned by {@link RightsText} and empty if absent. EXIF fields
 * and XMP fields are kept separate, so that neither replaces the other.
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

    /** The first non-empty field that names the owner or the terms of use; empty if there is none. */
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
