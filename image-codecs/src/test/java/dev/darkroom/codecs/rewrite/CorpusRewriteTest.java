package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.CodecCorpus;
import dev.darkroom.codecs.metadata.MetadataInspector;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Rewriter.Keep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rewrites third-party files of the corpus. The results are checked with a byte scan, and with libvips and ExifTool if they are installed.
 */
@Tag("slow")
@Tag("same-on-every-java")
class CorpusRewriteTest {
    /** Files that some other decoder accepts and Darkroom rejects. */
    private static final Map<String, String> REFUSED = Map.of(
            "gif/libgd__zero_dimensions.gif",
            "its screen and its image are 0 x 0: the header parser refuses a picture without pixels");

    private static final Pattern EXIFTOOL_TAG = Pattern.compile("\\s*\"([^:\"]+):([^\"]+)\":.*");

    private static final Set<String> PNG_TAGS = Set.of(
            "ImageWidth",
            "ImageHeight",
            "BitDepth",
            "ColorType",
            "Compression",
            "Filter",
            "Interlace",
            "Palette",
            "Transparency",
            "Gamma",
            "SRGBRendering",
            "WhitePointX",
            "WhitePointY",
            "RedX",
            "RedY",
            "GreenX",
            "GreenY",
            "BlueX",
            "BlueY",
            "ProfileName",
            "SignificantBits",
            "AnimationFrames",
            "AnimationPlays");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JPEG", "PNG", "WEBP", "GIF"})
    void everyGoodFileComesOutCleanAndLooksTheSame(Format format) throws IOException, InterruptedException {
        List<CodecCorpus.Row> rows = CodecCorpus.rows(format.name().toLowerCase(Locale.ROOT)).stream()
                .filter(row -> row.expected().equals("ok"))
                .toList();
        Map<String, String> faults = new TreeMap<>();
        List<Path> before = new ArrayList<>();
        List<Path> after = new ArrayList<>();
        for (CodecCorpus.Row row : rows) {
            try {
                byte[] clean = rewritten(format, row.bytes(), faults, row.path());
                Path target = folder.resolve(before.size() + "." + format.extension());
                Files.write(target, clean);
                before.add(row.file());
                after.add(target);
            } catch (ImageException e) {
                if (!REFUSED.containsKey(row.path())) {
                    faults.put(row.path(), "refused: " + e.getMessage());
                }
            }
        }
        String judges = compare(format, before, after, faults) + exiftool(after, faults);
        System.out.println(
                format.title() + ": rewrote " + after.size() + " of " + rows.size() + " corpus files" + judges);
        assertThat(faults).isEmpty();
    }

    /**
     * Includes malformed and unusual files. The only exception is {@link ImageException}, and rewriting the result again changes nothing.
     */
    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JPEG", "PNG", "WEBP", "GIF"})
    void noFileBreaksRewriterOrInspector(Format format) {
        List<CodecCorpus.Row> rows = CodecCorpus.rows(format.name().toLowerCase(Locale.ROOT));
        int refused = 0;
        for (CodecCorpus.Row row : rows) {
            byte[] file = row.bytes();
            try {
                new MetadataInspector().inspect(format, Bytes.copyOf(file));
                byte[] kept = EncodedPictures.rewritten(format, file, Keep.COPYRIGHT);
                boolean stable = Arrays.equals(EncodedPictures.rewritten(format, kept, Keep.COPYRIGHT), kept);
                assertThat(stable).as("%s rewritten twice", row.path()).isTrue();
            } catch (ImageException e) {
                assertThat(e.failure().uploadsFault()).as(row.path()).isTrue();
                refused++;
            }
        }
        System.out.println(
                format.title() + ": " + refused + " of " + rows.size() + " corpus files of all kinds refused");
    }

    private static byte[] rewritten(Format format, byte[] file, Map<String, String> faults, String path)
            throws ImageException {
        byte[] clean = EncodedPictures.rewritten(format, file);
        int orientation =
                HeaderReader.read(format, Bytes.copyOf(file)).orientation().exif();
        List<String> findings = CleanCheck.findings(clean, orientation);
        if (!findings.isEmpty()) {
            faults.put(path, "still has " + findings);
        } else if (!Arrays.equals(EncodedPictures.rewritten(format, clean), clean)) {
            faults.put(path, "changes when rewritten again");
        } else if (clean.length > file.length + 256) {
            faults.put(path, "grew from " + file.length + " to " + clean.length + " bytes");
        }
        return clean;
    }

    private static String compare(Format format, List<Path> before, List<Path> after, Map<String, String> faults)
            throws IOException, InterruptedException {
        if (!FileInspection.isThere("vips") || !FileInspection.isThere("vipsheader")) {
            return "; skipped: pixels not compared, libvips (vips, vipsheader) is not installed";
        }
        boolean animated = format == Format.GIF || format == Format.WEBP;
        Map<String, List<String>> expected = FileInspection.headers(before);
        Map<String, List<String>> actual = FileInspection.headers(after);
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            indexes.add(i);
        }
        Map<String, String> found = Collections.synchronizedMap(faults);
        indexes.parallelStream().forEach(i -> {
            try {
                List<String> header = expected.get(before.get(i).toString());
                List<String> rewritten = actual.get(after.get(i).toString());
                if (header == null || !header.equals(rewritten)) {
                    found.put(before.get(i).toString(), "vipsheader: " + header + " became " + rewritten);
                }
                String pixels = FileInspection.pixels(before.get(i), animated);
                String now = FileInspection.pixels(after.get(i), animated);
                if (pixels.startsWith("vips failed") || !pixels.equals(now)) {
                    found.put(before.get(i).toString(), "pixels: " + pixels + " became " + now);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return "; libvips sees the same pixels, frames, orientation and profile";
    }

    /** ExifTool prints every tag with its group. Except for the orientation, there must be no tag of EXIF, XMP, IPTC or maker notes. */
    private static String exiftool(List<Path> files, Map<String, String> faults)
            throws IOException, InterruptedException {
        if (!FileInspection.isThere("exiftool")) {
            return "; skipped: ExifTool is not installed";
        }
        List<String> command = new ArrayList<>(List.of("exiftool", "-j", "-G1", "-s", "-ee", "-u"));
        files.forEach(file -> command.add(file.toString()));
        String current = "";
        for (String line : FileInspection.lines(command)) {
            Matcher tag = EXIFTOOL_TAG.matcher(line);
            if (line.contains("\"SourceFile\"")) {
                current = line;
            } else if (tag.matches() && !isHarmless(tag.group(1), tag.group(2))) {
                faults.merge("exiftool " + current, tag.group(1) + ":" + tag.group(2), (a, b) -> a + ", " + b);
            }
        }
        return "; ExifTool finds nothing but how to show them";
    }

    private static boolean isHarmless(String group, String tag) {
        return switch (group) {
            case "ExifTool" -> !tag.equals("Warning") && !tag.equals("Error");
            case "System", "JFIF", "Adobe", "APP14", "RIFF", "Composite", "PNG-pHYs", "PNG-cICP" -> true;
            case "File", "GIF" -> !tag.equals("Comment") && !tag.equals("Text");
            case "PNG" -> PNG_TAGS.contains(tag);
            case "IFD0" -> tag.equals("Orientation");
            default -> group.startsWith("ICC");
        };
    }
}
