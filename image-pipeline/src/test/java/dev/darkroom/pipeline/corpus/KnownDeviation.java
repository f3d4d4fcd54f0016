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
 * A deviation that is known, and why it is left.
 *
 * @param lane where it shows: {@code "any"}; {@code "fast lane"} where image-turbo is there and open, else {@code "portable"}, or of
 *     that only {@code "own libjpeg"}, on JDKs that decode JPEG with the library in their source (6b), as Temurin's do, or
 *     {@code "system libjpeg"}, on those that use the system's, as Debian's do
 */
record KnownDeviation(String path, String check, String lane, String reason) {
    /** The rows of the list that concern the decoders that run here. */
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

    /** Vendor and feature release of the JDK that runs this, and which decoders. */
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
