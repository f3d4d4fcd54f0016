package dev.darkroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the text of the source files. */
class SourcesTest {
    private static final int LONGEST = 400;
    private static final int MEDIAN = 100;

    @Test
    void noFileIsTooLong() {
        assertThat(sources().filter(file -> lines(file).size() > LONGEST)).isEmpty();
    }

    @Test
    void halfOfTheMainSourcesFitOnAPage() {
        List<Integer> lengths = sources()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(file -> lines(file).size())
                .sorted()
                .toList();
        assertThat(lengths).hasSizeGreaterThan(50);
        assertThat(lengths.get(lengths.size() / 2)).isLessThan(MEDIAN);
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(mentions("\\b(TODO|FIXME|XXX)\\b|@Disabled\\b")).isEmpty();
    }

    @Test
    void noTestWaitsByTheClock() {
        assertThat(mentions("\\bThread\\.sleep\\(|\\bTimeUnit\\.[A-Z]+\\.sleep\\(")
                        .filter(line -> line.contains("/src/test/")))
                .isEmpty();
    }

    /** Every line of a Java source that matches the expression, as {@code file: line}. */
    private static Stream<String> mentions(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return sources()
                .filter(file -> !file.endsWith("SourcesTest.java"))
                .flatMap(file -> lines(file).stream()
                        .filter(line -> pattern.matcher(line).find())
                        .map(line -> file + ": " + line.strip()));
    }

    private static Stream<Path> sources() {
        Path root = ModuleCatalog.root();
        List<Path> folders = Stream.concat(
                        ModuleCatalog.MODULES.stream().map(MavenModule::path), Stream.of(root.resolve("architecture-tests")))
                .map(module -> module.resolve("src"))
                .toList();
        List<Path> found = folders.stream().flatMap(SourcesTest::javaFiles).toList();
        assertThat(found).hasSizeGreaterThan(100);
        return found.stream();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
