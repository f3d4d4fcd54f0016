package dev.darkroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the text of the source files. */
class SourcesTest {
    private static final int LONGEST = 400;
    private static final int MEDIAN = 100;
    private static final int LARGEST_PACKAGE = 25;
    /** A client that waits because the Retry-After of a real server says so. */
    private static final String WAITS_AS_A_CLIENT = "LimitedServer.java";
    /** One of each in every package or module, or one test double that modules cannot share. */
    private static final Set<String> SHARED_NAMES = Set.of("package-info", "module-info", "VirtualTime");

    @Test
    void noFileIsTooLong() {
        assertThat(sources().filter(file -> lines(file).size() > LONGEST)).isEmpty();
    }

    @Test
    void noPackageHasMoreFilesThanAReaderCanSurvey() {
        Map<Path, Long> files = sources().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files).hasSizeGreaterThan(50);
        assertThat(files)
                .allSatisfy((folder, count) ->
                        assertThat(count).as("files in " + folder).isLessThanOrEqualTo(LARGEST_PACKAGE));
    }

    @Test
    void noTwoTypesShareAName() {
        Map<String, Set<Path>> folders = new TreeMap<>();
        sources()
                .filter(file -> !SHARED_NAMES.contains(name(file)))
                .forEach(file -> folders.computeIfAbsent(name(file), name -> new TreeSet<>())
                        .add(packageOf(file)));
        assertThat(folders).hasSizeGreaterThan(500);
        folders.values().removeIf(packages -> packages.size() == 1);
        assertThat(folders).isEmpty();
    }

    /** The file's folder below its source root: the classes of a multi-release jar are one type each. */
    private static Path packageOf(Path file) {
        String path = file.getParent().toString();
        return Path.of(path.replaceFirst(".*/src/(main|test)/java\\d*/", ""));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
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
                        .filter(line -> line.contains("/src/test/"))
                        .filter(line -> !line.contains(WAITS_AS_A_CLIENT)))
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
                        ModuleCatalog.MODULES.stream().map(MavenModule::path),
                        Stream.of("architecture-tests", "hostile-tests", "crash-tests")
                                .map(root::resolve))
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
