package dev.darkroom.pipeline.corpus;

import dev.darkroom.testkit.JdkLibjpeg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private static String libjpeg() {
        return JdkLibjpeg.isOwn() ? "own libjpeg" : "system libjpeg";
    }

    boolean covers(Deviation deviation) {
        return path.equals(deviation.path()) && check.equals(deviation.check());
    }
}
