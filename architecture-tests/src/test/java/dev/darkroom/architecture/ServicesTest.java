package dev.darkroom.architecture;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the same providers are found on the class path and on the module path. */
class ServicesTest {
    static List<MavenModule> libraries() {
        return ModuleCatalog.libraries();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void theClassPathOffersWhatTheModulePathOffers(MavenModule module) throws IOException {
        Map<String, Set<String>> provided = module.descriptor().provides().stream()
                .collect(toMap(Provides::service, provides -> Set.copyOf(provides.providers())));
        assertThat(classPathServices(module)).isEqualTo(provided);
    }

    @Test
    void somebodyProvidesSomething() throws IOException {
        for (String folder : List.of("image-codecs", "image-pipeline")) {
            MavenModule module = ModuleCatalog.libraries().stream()
                    .filter(library -> library.folder().equals(folder))
                    .findFirst()
                    .orElseThrow();
            assertThat(module.descriptor().provides()).as(folder).isNotEmpty();
        }
    }

    /** Fails if a module is missing, or if two third-party jars have the same package. */
    @Test
    void theLibrariesResolveTogetherOnTheModulePath() throws IOException {
        Path[] path = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::exists)
                .toArray(Path[]::new);
        Path[] own =
                ModuleCatalog.libraries().stream().map(MavenModule::compiled).toArray(Path[]::new);
        List<String> roots = ModuleCatalog.libraries().stream()
                .map(module -> "dev.darkroom." + module.name())
                .toList();
        Configuration resolved = Configuration.resolve(
                ModuleFinder.of(own), List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(path), roots);
        assertThat(resolved.modules()).extracting(found -> found.name()).containsAll(roots);
    }

    private static Map<String, Set<String>> classPathServices(MavenModule module) throws IOException {
        Path folder = module.compiled().resolve("META-INF/services");
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(toMap(file -> file.getFileName().toString(), ServicesTest::providers));
        }
    }

    private static Set<String> providers(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
