package dev.darkroom.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoakTest {
    @Test
    void secondsOfItRunWithoutADefect() throws Exception {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Soak soak = new Soak(Path.of("").toAbsolutePath(), out);

        assertThat(soak.run(Duration.ofSeconds(3))).isEmpty();
    }

    @Test
    void aHandfulOfSamplesIsAComplaint() {
        assertThat(GrowthCheck.complaints(samples(0, 0).subList(0, 10)))
                .anyMatch(complaint -> complaint.startsWith("samples"));
    }

    @Test
    void whatIsConstantIsNoComplaint() {
        assertThat(GrowthCheck.complaints(samples(0, 0))).isEmpty();
    }

    @Test
    void memoryThatRisesIsAComplaint() {
        assertThat(GrowthCheck.complaints(samples(1000, 0)))
                .anyMatch(complaint -> complaint.startsWith("resident memory"));
    }

    @Test
    void aDescriptorThatIsNeverGivenBackIsAComplaint() {
        assertThat(GrowthCheck.complaints(samples(0, 2)))
                .anyMatch(complaint -> complaint.startsWith("file descriptors"));
    }

    private static List<ProcessSample> samples(long kib, long descriptorsPerHundred) {
        List<ProcessSample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(new ProcessSample(
                    i * 5, i * 100, 150_000 + i * kib, 20_000, 30, 12 + i * descriptorsPerHundred / 100, 1));
        }
        return samples;
    }
}
