package dev.darkroom.world.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the demonstration with a worker that copies the upload instead of resizing it. */
@Tag("slow")
class DemoTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path worker;

    @BeforeEach
    void pack() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, CopyingWorker.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        worker = folder.resolve("worker.jar");
        try (OutputStream file = Files.newOutputStream(worker)) {
            new JarOutputStream(file, manifest).close();
        }
    }

    @Test
    void everyStepIsShownAndEveryResultIsLeft() throws Exception {
        byte[] bytes = GeneratedPhoto.jpeg(150, 200);
        Path photo = Files.write(folder.resolve("Abend & See.jpg"), bytes);

        assertThat(demo(List.of(photo))).isTrue();

        assertThat(text().lines().map(String::strip).map(line -> line.replaceFirst("  .*", "")))
                .containsSubsequence("✓ download", "variant", "✓ register", "✓ archive", "✓ ref", "✓ callback");
        Path results = folder.resolve("out").resolve("Abend___See");
        assertThat(results.resolve("upload.jpg")).hasBinaryContent(bytes);
        assertThat(results.resolve("thumb.jpg")).hasBinaryContent(bytes);
        assertThat(results.resolve("Abend & See.jpg.ref.json")).content().contains("/asset/DEMOASSET");
        assertThat(results.resolve("callback.json")).content().contains("success");
        assertThat(folder.resolve("out/index.html"))
                .content()
                .contains("Abend &amp; See.jpg")
                .contains("src=\"Abend___See/thumb.jpg\"")
                .contains("150 × 200 px");
    }

    @Test
    void failedJobFailsTheDemoAndSaysWhy() throws Exception {
        Path photo = Files.write(folder.resolve("broken.jpg"), new byte[] {1, 2, 3});

        assertThat(demo(List.of(photo))).isFalse();

        assertThat(text()).contains("✗ register").contains("FAILED").contains("CDN upload failed: 400");
        assertThat(folder.resolve("out/index.html")).content().contains("CDN upload failed: 400");
    }

    private boolean demo(List<Path> photos) throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Demo(out).run(worker, folder.resolve("out"), photos);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
