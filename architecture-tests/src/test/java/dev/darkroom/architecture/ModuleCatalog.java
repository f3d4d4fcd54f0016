package dev.darkroom.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All modules and their allowed dependencies. A new module must be added here first. */
final class ModuleCatalog {
    private static final MavenModule CORE = library("image-core", "core").owning("dev.darkroom.spi");

    /** The modules in dependency order. A module may depend only on modules before it, and not on all of them. */
    static final List<MavenModule> MODULES = List.of(
            CORE,
            library("image-json", "json").knowing("core"),
            library("image-testkit", "testkit").knowing("core"),
            library("image-codecs", "codecs").knowing("core"),
            library("image-svg", "svg").knowing("core"),
            library("image-storage-s3", "storage.s3").knowing("core"),
            library("image-cdn-client", "cdn").knowing("core", "json"),
            library("image-pipeline", "pipeline").knowing("core"),
            library("image-content", "content").knowing("core", "json", "pipeline"),
            library("image-host", "host").knowing("core", "pipeline"),
            library("image-turbo", "turbo").knowing("core"),
            example("examples/world", "world"),
            example("examples/fly-worker", "worker").knowing("core", "codecs", "storage.s3", "cdn", "pipeline", "host"),
            example("examples/upload-servlet", "upload").knowing("core", "json", "pipeline", "content", "host"),
            example("benchmarks", "bench").knowing("core", "pipeline", "world"));

    private ModuleCatalog() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("image-core"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not started inside the repository");
            }
        }
        return folder;
    }

    static List<MavenModule> libraries() {
        return MODULES.stream().filter(MavenModule::library).toList();
    }

    /** The packages of the named modules, including the second root package of core, in ArchUnit's notation. */
    static Stream<String> packagesOf(Set<String> names) {
        return MODULES.stream()
                .filter(module -> names.contains(module.name()))
                .flatMap(module -> module.packages().stream());
    }

    private static MavenModule library(String folder, String name) {
        return new MavenModule(folder, name, true, List.of("dev.darkroom." + name), Set.of());
    }

    private static MavenModule example(String folder, String name) {
        return new MavenModule(folder, name, false, List.of("dev.darkroom." + name), Set.of());
    }
}
