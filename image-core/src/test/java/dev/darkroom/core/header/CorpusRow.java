package dev.darkroom.core.header;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of the corpus's MANIFEST.tsv with the columns that concern headers. */
record CorpusRow(String path, String format, String expected, String facts) {
    private static final Map<String, Format> FORMATS = Map.ofEntries(
            Map.entry("jpeg", Format.JPEG),
            Map.entry("png", Format.PNG),
            Map.entry("gif", Format.GIF),
            Map.entry("webp", Format.WEBP),
            Map.entry("svg", Format.SVG),
            Map.entry("svgz", Format.GZIP),
            Map.entry("avif", Format.AVIF),
            Map.entry("heif", Format.HEIF),
            Map.entry("jxl", Format.JPEG_XL),
            Map.entry("jp2", Format.JPEG_2000),
            Map.entry("tiff", Format.TIFF),
            Map.entry("bmp", Format.BMP),
            Map.entry("ico", Format.ICO),
            Map.entry("cur", Format.ICO),
            Map.entry("psd", Format.PSD));

    static Optional<Path> folder() {
        String given = System.getProperty("darkroom.corpus");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            if (Files.isRegularFile(up.resolve("shared/corpus/MANIFEST.tsv"))) {
                return Optional.of(up.resolve("shared/corpus"));
            }
        }
        return Optional.empty();
    }

    static List<CorpusRow> all(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("MANIFEST.tsv"));
        List<String> names = List.of(lines.get(0).split("\t", -1));
        return lines.stream()
                .skip(1)
                .map(line -> of(names, line.split("\t", -1)))
                .toList();
    }

    private static CorpusRow of(List<String> names, String[] cells) {
        String exif = cells[names.indexOf("exif_orientation")];
        Orientation orientation = exif.isEmpty() ? Orientation.NORMAL : Orientation.ofExif(Integer.parseInt(exif));
        String facts = facts(
                cells[names.indexOf("width")] + "x" + cells[names.indexOf("height")],
                orientation,
                cells[names.indexOf("frames")],
                cells[names.indexOf("alpha")].equals("yes"));
        return new CorpusRow(
                cells[names.indexOf("path")], cells[names.indexOf("format")], cells[names.indexOf("expected")], facts);
    }

    static String facts(ImageInfo info) {
        return facts(info.displayed().toString(), info.orientation(), String.valueOf(info.frames()), info.alpha());
    }

    private static String facts(String displayed, Orientation orientation, String frames, boolean alpha) {
        return displayed + ", " + orientation + ", " + frames + " frames, " + (alpha ? "alpha" : "opaque");
    }

    Bytes bytes(Path folder) throws IOException {
        return Bytes.wrap(Files.readAllBytes(folder.resolve(path)));
    }

    /** The format in the manifest; empty for unknown and for xml. */
    Optional<Format> known() {
        return Optional.ofNullable(FORMATS.get(format));
    }

    String directory() {
        return path.substring(0, path.indexOf('/'));
    }

    boolean isOk() {
        return expected.equals("ok");
    }
}
