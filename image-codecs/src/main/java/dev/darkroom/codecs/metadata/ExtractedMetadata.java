package dev.darkroom.codecs.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import dev.darkroom.core.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The metadata that metadata-extractor reads from a file's metadata blocks. If it fails on a block, the values read so far are kept and the
 * rest of the block counts as empty.
 */
public final class ExtractedMetadata {
    private static final int MAX_ITEMS = 16;

    private final Metadata metadata = new Metadata();
    private Map<String, String> xmp = Map.of();

    private ExtractedMetadata() {}

    public static ExtractedMetadata of(MetadataBlocks blocks) {
        ExtractedMetadata extracted = new ExtractedMetadata();
        guarded(blocks.exif(), extracted::readExif);
        guarded(blocks.xmp(), extracted::readXmp);
        guarded(blocks.iptc(), extracted::readIptc);
        return extracted;
    }

    /** The cleaned text of a tag, from the first EXIF directory that contains it; empty if no directory does. */
    String exif(int tag) {
        return metadata.getDirectoriesOfType(ExifDirectoryBase.class).stream()
                .map(directory -> directory.getStringValue(tag))
                .filter(Objects::nonNull)
                .map(StringValue::getBytes)
                .map(RightsText::ofExif)
                .findFirst()
                .orElse("");
    }

    /** Whether EXIF or XMP contain a latitude and a longitude. */
    boolean hasLocation() {
        Directory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        return gps != null && gps.containsTag(GpsDirectory.TAG_LATITUDE) && gps.containsTag(GpsDirectory.TAG_LONGITUDE)
                || xmp.containsKey("exif:GPSLatitude") && xmp.containsKey("exif:GPSLongitude");
    }

    /** The cleaned text of a property, such as {@code "dc:rights"}; for alternatives, the first one. */
    String xmp(String property) {
        String single = xmp.get(property);
        return RightsText.clean(single != null ? single : xmp.getOrDefault(property + "[1]", ""));
    }

    /** The cleaned text of an array, such as {@code "dc:creator"}; the items are joined with {@code "; "}. */
    String xmpItems(String property) {
        return RightsText.clean(IntStream.rangeClosed(1, MAX_ITEMS)
                .mapToObj(item -> xmp.getOrDefault(property + "[" + item + "]", ""))
                .filter(item -> !item.isBlank())
                .collect(Collectors.joining("; ")));
    }

    /** The cleaned text of a data set; repeated values are joined with {@code "; "}; empty if the data set is absent. */
    String iptc(int tag) {
        Directory directory = metadata.getFirstDirectoryOfType(IptcDirectory.class);
        String @Nullable [] values = directory == null ? null : directory.getStringArray(tag);
        return values == null
                ? ""
                : RightsText.clean(Arrays.stream(values).limit(MAX_ITEMS).collect(Collectors.joining("; ")));
    }

    private void readExif(byte[] block) throws IOException, TiffProcessingException {
        new TiffReader().processTiff(new ByteArrayReader(block), new ExifFields(metadata), 0);
    }

    /**
     * Reads an XMP packet. A packet with a document type or an entity declaration is ignored: XMP does not need one, and an XML parser
     * could fetch external resources or expand entities because of it.
     */
    private void readXmp(byte[] block) throws CharacterCodingException {
        String packet = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(block))
                .toString();
        String folded = packet.toUpperCase(Locale.ROOT);
        if (folded.contains("<!DOCTYPE") || folded.contains("<!ENTITY") || packet.indexOf('\0') >= 0) {
            return;
        }
        new XmpReader().extract(block, metadata);
        XmpDirectory directory = metadata.getFirstDirectoryOfType(XmpDirectory.class);
        if (directory != null) {
            xmp = directory.getXmpProperties();
        }
    }

    private void readIptc(byte[] block) {
        new IptcReader().extract(new SequentialByteArrayReader(block), metadata, block.length);
    }

    /**
     * Runs one reader and logs its failure. The library has open reports of stack and heap exhaustion, so these errors are caught too. The
     * blocks are small, and the memory that the library used is free again after the failure.
     */
    private static void guarded(Bytes block, Reading reading) {
        if (block.isEmpty()) {
            return;
        }
        try {
            reading.read(block.toArray());
        } catch (IOException | TiffProcessingException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            System.getLogger("dev.darkroom.codecs")
                    .log(System.Logger.Level.DEBUG, "a metadata block could not be read", e);
        }
    }

    private interface Reading {
        void read(byte[] block) throws IOException, TiffProcessingException;
    }
}
