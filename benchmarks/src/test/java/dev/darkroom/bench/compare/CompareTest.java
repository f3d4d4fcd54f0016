package dev.darkroom.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.bench.engine.DarkroomEngine;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
    @Test
    void aMedianHasItsQuartiles() {
        assertThat(Quartiles.of(List.of(4.0, 1.0, 3.0, 2.0, 5.0))).isEqualTo(new Quartiles(2, 3, 4));
        assertThat(Quartiles.of(List.of(7.0)).text(1)).isEqualTo("7.0 [7.0–7.0]");
    }

    @Test
    void twoCoresAreMeasuredByWhatEachOfThemDoesAlone() {
        List<List<Pass>> alone = List.of(List.of(pass(100), pass(100)), List.of(pass(50), pass(100)));

        assertThat(ThreadScaling.speedups(List.of(pass(100 / 3.0), pass(62.5)), alone))
                .usingComparatorForType(Comparator.comparingDouble(speedup -> Math.rint(speedup * 1e6)), Double.class)
                .containsExactly(2.0, 1.6);
    }

    @Test
    void theYoungGenerationFollowsTheHeap() {
        assertThat(GcOptions.flags("64m")).contains("-Xms64m", "-Xmn36864k");
        assertThat(GcOptions.flags("2G")).contains("-Xmn1152m");
        assertThatThrownBy(() -> GcOptions.flags("64")).hasMessageContaining("not 64");
    }

    private static Pass pass(double wallMs) {
        return new Pass(wallMs, wallMs, 0, Map.of(), 0);
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> CompareOptions.of(List.of("--wrong"))).hasMessageContaining("--wrong");
        assertThatThrownBy(() -> CompareOptions.of(List.of("--job"))).hasMessageContaining("--job needs a value");
        assertThatThrownBy(() -> CompareOptions.of(List.of("--job", "gif"))).hasMessageContaining("not gif");
    }

    @Test
    void anEngineDoesTheJobAsOftenAsItIsAsked(@TempDir Path folder) throws Exception {
        Path photo = Files.write(folder.resolve("photo.jpg"), GeneratedPhoto.jpeg(600, 800));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        EngineCommand contestant = new EngineCommand(
                "ours",
                List.of(java.toString(), "-cp", System.getProperty("java.class.path"), DarkroomEngine.class.getName()));
        try (EngineProcess engine = new EngineProcess(
                contestant, List.of("--out", folder.toString(), photo.toString()), folder.resolve("errors.txt"))) {
            Pass first = engine.run();
            Pass second = engine.run();

            assertThat(first.bytes()).isPositive().isEqualTo(second.bytes());
            assertThat(first.stagesMs()).containsKeys("decode", "render");
            assertThat(first.cpuMs()).isPositive();
            assertThat(folder.resolve("0-400.jpg")).exists();
            assertThat(folder.resolve("0-2400.jpg")).exists();
        }
    }
}
