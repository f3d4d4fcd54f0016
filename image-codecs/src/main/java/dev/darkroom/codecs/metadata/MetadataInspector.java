package dev.darkroom.codecs.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Inspector;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the camera, the capture time, the presence of a location, and the rights from EXIF, XMP and IPTC in JPEG, PNG, WebP and GIF. A
 * malformed container is rejected. Malformed metadata counts as absent.
 */
public final class MetadataInspector implements Inspector {
    /** Time formats: EXIF uses 2026:01:31 12:00:00; XMP uses 2026-01-31T12:00:00 and other forms. */
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})[:-](\\d\\d)[:-](\\d\\d)[ T](\\d\\d):(\\d\\d)(?::(\\d\\d))?.*");

    @Override
    public String name() {
        return "metadata-extractor";
    }

    @Override
    public Metadata inspect(Format format, Bytes source) throws ImageException {
        ExtractedMetadata metadata = ExtractedMetadata.of(MetadataBlocks.of(format, source));
        return new Metadata(
                camera(metadata),
                takenAt(metadata),
                metadata.hasLocation(),
                present(Rights.of(metadata).summary()));
    }

    private static Optional<String> camera(ExtractedMetadata metadata) {
        String make = either(metadata.exif(ExifDirectoryBase.TAG_MAKE), metadata.xmp("tiff:Make"));
        String model = either(metadata.exif(ExifDirectoryBase.TAG_MODEL), metadata.xmp("tiff:Model"));
        boolean saysMake = model.regionMatches(true, 0, make, 0, make.length());
        return present(saysMake ? model : (make + " " + model).trim());
    }

    private static Optional<LocalDateTime> takenAt(ExtractedMetadata metadata) {
        return time(metadata.exif(ExifDirectoryBase.TAG_DATETIME_ORIGINAL))
                .or(() -> time(metadata.exif(ExifDirectoryBase.TAG_DATETIME_DIGITIZED)))
                .or(() -> time(metadata.xmp("exif:DateTimeOriginal")))
                .or(() -> time(metadata.xmp("photoshop:DateCreated")));
    }

    private static Optional<LocalDateTime> time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    number(matcher, 1),
                    number(matcher, 2),
                    number(matcher, 3),
                    number(matcher, 4),
                    number(matcher, 5),
                    matcher.group(6) == null ? 0 : number(matcher, 6)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
