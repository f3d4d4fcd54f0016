package dev.darkroom.codecs.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the properties of a file with third-party tools. */
final class FileInspection {
    /** Fields of {@code vipsheader -a} that affect the display. */
    private static final Set<String> SHOWN = Set.of(
            "width",
            "height",
            "bands",
            "format",
            "interpretation",
            "n-pages",
            "page-height",
            "loop",
            "gif-loop",
            "delay",
            "orientation",
            "icc-profile-data",
            "background",
            "palette-bit-depth",
            "bits-per-sample",
            "interlaced");

    private FileInspection() {}

    static boolean isThere(String tool) {
        try {
            new ProcessBuilder(tool, tool.equals("exiftool") ? "-ver" : "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 of the decoded pixels of all frames. */
    static String pixels(Path file, boolean animated) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("vips", "rawsave", file + (animated ? "[n=-1]" : ""), "/dev/stdout")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] step = new byte[1 << 16];
            for (int count = out.read(step); count >= 0; count = out.read(step)) {
                digest.update(step, 0, count);
            }
            int exit = process.waitFor();
            return exit == 0 ? HexFormat.of().formatHex(digest.digest()) : "vips failed with exit code " + exit;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Size, frames, timing, orientation and profile of each file, by path. */
    static Map<String, List<String>> headers(List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("vipsheader", "-a"));
        files.forEach(file -> command.add(file.toString()));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines(command)) {
            int colon = line.indexOf(": ");
            String field = colon < 0 ? "" : line.substring(0, colon);
            if (field.startsWith("/")) {
                current = new ArrayList<>();
                headers.put(field, current);
            } else if (SHOWN.contains(field) && !line.equals("orientation: 1") && !line.equals("orientation: 0")) {
                current.add(line);
            }
        }
        headers.values().forEach(lines -> lines.sort(null));
        return headers;
    }

    static List<String> lines(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            List<String> lines = new String(out.readAllBytes(), UTF_8).lines().toList();
            process.waitFor();
            return lines;
        }
    }
}
