package dev.darkroom.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.turbo.jpeg.TurboJpegEncoderProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** If image-turbo is unavailable, it reports the reason, and the portable codecs are used. */
class TurboAvailabilityTest {
    @Test
    @EnabledForJreRange(max = JRE.JAVA_21)
    void anOlderJavaIsToldWhichOneIsNeeded() {
        assertThat(description())
                .contains("turbo-jpeg")
                .contains("needs Java 22 or newer, and this is Java "
                        + Runtime.version().feature());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void itCanBeSwitchedOff() {
        String before = System.getProperty("darkroom.turbo", "auto");
        System.setProperty("darkroom.turbo", "off");
        try {
            assertThat(new TurboJpegEncoderProvider().availability())
                    .isEqualTo(new Availability.Unavailable("switched off by -Ddarkroom.turbo=off"));
        } finally {
            System.setProperty("darkroom.turbo", before);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void aMissingLibraryIsNamedWithThePackageToInstall() throws Exception {
        assertThat(described("-Ddarkroom.turbo.libturbojpeg=/nowhere/libturbojpeg.so"))
                .contains("there is no /nowhere/libturbojpeg.so; install")
                .contains("libturbojpeg0");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void withoutTheSystemsLibwebpTheBundledOneIsTaken() throws Exception {
        assertThat(described("-Ddarkroom.turbo.libwebp=/nowhere/libwebp.so")).contains("libwebp 1.6.0");
    }

    private static String description() {
        try (Pipeline pipeline =
                Pipeline.builder().variant(Variant.named("any")).build()) {
            return pipeline.describe().toString();
        }
    }

    /** The description of a pipeline in a new process. */
    private static String described(String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add(option);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Describe.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Main class of the process that the tests start. */
    static final class Describe {
        public static void main(String[] arguments) {
            System.out.println(description());
        }
    }
}
