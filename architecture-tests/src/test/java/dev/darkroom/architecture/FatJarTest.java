package dev.darkroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that the worker's fat jar contains all modules and all their service providers. */
@Tag("slow")
class FatJarTest {
    private static final Path JAR = ModuleCatalog.root().resolve("examples/fly-worker/target/fly-worker.jar");

    /** Modules that the jar does not contain: the worker accepts no SVG and needs no test kit. */
    private static final Set<String> LEFT_OUT = Set.of("testkit", "svg");

    @BeforeEach
    void theJarIsPacked() {
        assumeTrue(Files.exists(JAR), JAR + " is not packed yet (run \"verify\"): its contents are not looked at");
    }

    @Test
    void theManifestKeepsWhatSeveralJarsAndNativeCodeNeed() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.darkroom.worker.WorkerMain");
            assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
            assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
            assertThat(jar.getEntry("dev/darkroom/worker/WorkerMain.class")).isNotNull();
        }
    }

    @Test
    void everyProviderIsStillListed() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (MavenModule module : ModuleCatalog.libraries()) {
                if (!LEFT_OUT.contains(module.name())) {
                    for (Provides provides : module.descriptor().provides()) {
                        assertThat(listed(jar, provides.service())).containsAll(provides.providers());
                    }
                }
            }
        }
    }

    @Test
    void theFastLanesClassesForJava22AreThereBesideThoseForJava17() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String lane : List.of(
                    "dev/darkroom/turbo/jpeg/TurboJpegAccess.class", "dev/darkroom/turbo/webp/LibWebpAccess.class")) {
                assertThat(jar.getEntry(lane)).isNotNull();
                assertThat(jar.getEntry("META-INF/versions/22/" + lane)).isNotNull();
            }
        }
    }

    @Test
    void noSignatureAndNoModuleOfAnotherJarIsLeft() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .isNotEmpty()
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA|EC)"));
        }
    }

    private static List<String> listed(JarFile jar, String service) throws IOException {
        JarEntry entry = jar.getJarEntry("META-INF/services/" + service);
        assertThat(entry).as(service).isNotNull();
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .toList();
        }
    }
}
