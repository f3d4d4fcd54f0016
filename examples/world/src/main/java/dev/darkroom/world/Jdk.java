package dev.darkroom.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param feature the feature release, such as 17
 */
public record Jdk(Path home, int feature) {
    private static final Path SYSTEM = Path.of("/usr/lib/jvm");

    /** The JDK of this process. */
    public static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /**
     * Finds a JDK of a feature release: the running one, the one that {@code JAVA_HOME} or {@code JAVA<n>_HOME} names, or one of the
     * system.
     */
    public static Optional<Jdk> find(int feature) {
        if (running().feature() == feature) {
            return Optional.of(running());
        }
        return homes(feature).stream()
                .flatMap(home -> Jdk.at(home).stream())
                .filter(jdk -> jdk.feature() == feature)
                .findFirst();
    }

    /** The path of its {@code java} command. */
    public Path java() {
        return home.resolve("bin").resolve("java");
    }

    private static List<Path> homes(int feature) {
        List<Path> homes = new ArrayList<>();
        for (String variable : List.of("JAVA_HOME", "JAVA" + feature + "_HOME", "JAVA_HOME_" + feature + "_X64")) {
            Optional.ofNullable(System.getenv(variable)).map(Path::of).ifPresent(homes::add);
        }
        if (Files.isDirectory(SYSTEM)) {
            try (Stream<Path> installed = Files.list(SYSTEM)) {
                installed.sorted().forEach(homes::add);
            } catch (IOException unreadable) {
                return homes;
            }
        }
        return homes;
    }

    /** Reads the file {@code release}, which every JDK since 9 has. */
    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release)
                || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
                    .map(version -> new Jdk(home, Integer.parseInt(version)))
                    .findFirst();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
