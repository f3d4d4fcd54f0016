package dev.darkroom.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A Maven module.
 *
 * @param folder path of its folder, relative to the root of the repository
 * @param name name of the Java module without {@code dev.darkroom}
 * @param roots its root packages; all packages below them belong to it, too
 * @param knows names of the modules on which it may depend
 */
record MavenModule(String folder, String name, boolean library, List<String> roots, Set<String> knows) {
    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    MavenModule knowing(String... names) {
        return new MavenModule(folder, name, library, roots, Set.of(names));
    }

    MavenModule owning(String root) {
        return new MavenModule(
                folder,
                name,
                library,
                Stream.concat(roots.stream(), Stream.of(root)).toList(),
                knows);
    }

    Path path() {
        return ModuleCatalog.root().resolve(folder);
    }

    Path compiled() {
        return path().resolve("target").resolve("classes");
    }

    /** Its packages in ArchUnit's notation. */
    List<String> packages() {
        return roots.stream().map(root -> root + "..").toList();
    }

    JavaClasses classes() {
        return IMPORTED.computeIfAbsent(folder, first -> read());
    }

    private JavaClasses read() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(location -> !location.contains("module-info"))
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPath(compiled());
        if (classes.isEmpty()) {
            throw new IllegalStateException(folder + " has no compiled classes: build it first");
        }
        return classes;
    }

    ModuleDescriptor descriptor() throws IOException {
        try (InputStream in = Files.newInputStream(compiled().resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }

    /** The packages that the module exports to all modules. */
    List<String> exported() throws IOException {
        return descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .toList();
    }

    @Override
    public String toString() {
        return folder;
    }
}
