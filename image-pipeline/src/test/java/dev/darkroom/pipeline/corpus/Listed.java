package dev.darkroom.pipeline.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A deviation that is known, and why it is left.
 *
 * @param jdk {@code "any"}, or vendor and feature release of the JDK it shows on, such as {@code "Debian 17"}
 */
record Listed(String path, String check, String jdk, String reason) {
    private static final String JDK =
            System.getProperty("java.vendor") + " " + Runtime.version().feature();

    /** The rows of the list that concern the JDK that runs this. */
    static List<Listed> here() {
        try (InputStream in = Objects.requireNonNull(Listed.class.getResourceAsStream("corpus-exceptions.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Listed(cells[0], cells[1], cells[2], cells[3]))
                    .filter(row -> row.jdk.equals("any") || row.jdk.equals(JDK))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String runningJdk() {
        return JDK;
    }

    boolean covers(Deviation deviation) {
        return path.equals(deviation.path()) && check.equals(deviation.check());
    }
}
