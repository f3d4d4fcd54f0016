package dev.darkroom.pipeline.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A deviation that is known, and why it is left.
 *
 * @param jdk where it shows: {@code "any"}; {@code "own libjpeg"} on JDKs that decode JPEG with the library in their source (6b), as
 *     Temurin's do; {@code "system libjpeg"} on those that use the system's, as Debian's do
 */
record Listed(String path, String check, String jdk, String reason) {
    /** The rows of the list that concern the JDK that runs this. */
    static List<Listed> here() {
        try (InputStream in = Objects.requireNonNull(Listed.class.getResourceAsStream("corpus-exceptions.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Listed(cells[0], cells[1], cells[2], cells[3]))
                    .filter(row -> row.jdk.equals("any") || row.jdk.equals(libjpeg()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Vendor, feature release and JPEG library of the JDK that runs this. */
    static String runningJdk() {
        return System.getProperty("java.vendor") + " " + Runtime.version().feature() + " with its " + libjpeg();
    }

    /** Whether the JDK's JPEG library names another one that it loads. */
    private static String libjpeg() {
        Path library = Path.of(System.getProperty("java.home"), "lib", "libjavajpeg.so");
        try {
            boolean loads = Files.exists(library)
                    && new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1).contains("libjpeg.so");
            return loads ? "system libjpeg" : "own libjpeg";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean covers(Deviation deviation) {
        return path.equals(deviation.path()) && check.equals(deviation.check());
    }
}
