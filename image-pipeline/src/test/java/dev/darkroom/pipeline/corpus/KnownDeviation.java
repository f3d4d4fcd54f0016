package dev.darkroom.pipeline.corpus;

import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.testkit.JdkLibjpeg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * A known deviation and the reason why it is accepted.
 *
 * @param lane decoders that show it: {@code "any"}; {@code "fast lane"} where image-turbo is available, else {@code "portable"}. Of the
 *     portable lane, {@code "own libjpeg"} means only JDKs that decode JPEG with the library in their source (6b), such as Temurin's, and
 *     {@code "system libjpeg"} only JDKs that use the library of the system, such as Debian's
 */
record KnownDeviation(String path, String check, String lane, String reason) {
    /** The rows of the list that apply to the decoders of this run. */
    static List<KnownDeviation> here() {
        List<String> lanes = lanes();
        try (InputStream in =
                Objects.requireNonNull(KnownDeviation.class.getResourceAsStream("corpus-exceptions.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new KnownDeviation(cells[0], cells[1], cells[2], cells[3]))
                    .filter(row -> lanes.contains(row.lane))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Vendor and feature release of the running JDK, and the decoders in use. */
    static String running() {
        return System.getProperty("java.vendor") + " " + Runtime.version().feature() + ": " + lanes();
    }

    private static List<String> lanes() {
        boolean fast = ServiceLoader.load(DecoderProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .anyMatch(provider -> provider.name().equals("turbo-jpeg")
                        && provider.availability().isAvailable());
        return fast
                ? List.of("any", "fast lane")
                : List.of("any", "portable", JdkLibjpeg.isBundled() ? "own libjpeg" : "system libjpeg");
    }

    boolean covers(Deviation deviation) {
        return path.equals(deviation.path()) && check.equals(deviation.check());
    }
}
