package dev.darkroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the quickstart of the README compiles and works. */
@Tag("slow")
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theQuickstartCompilesAndMakesThreeThumbnails(@TempDir Path folder) throws Exception {
        Matcher code = JAVA.matcher(Files.readString(ModuleCatalog.root().resolve("README.md")));
        assertThat(code.find()).as("README.md has a ```java block").isTrue();
        Path source = folder.resolve("Quickstart.java");
        Files.writeString(source, code.group(1));
        String classPath = System.getProperty("java.class.path");
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(errors).isZero();

        Path photo = folder.resolve("photo.png");
        ImageIO.write(new BufferedImage(1000, 700, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + System.getProperty("path.separator") + classPath,
                        "Quickstart",
                        photo.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();

        assertThat(Files.readString(said)).contains("Completed").contains("c1/thumbnails/42/sm.webp");
        assertThat(process.exitValue()).isZero();
    }
}
