package dev.darkroom.hostile.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.hostile.Family;
import dev.darkroom.hostile.table.Gauge.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table, with both families of codecs in one process: what becomes of it, and what it costs. */
class TableTest {
    private static final Duration CPU = Duration.ofSeconds(2);
    private static final long MEMORY = 64 * Limits.MIB;

    private static final Map<Family, Service> SERVICES = new EnumMap<>(Family.class);
    private static final Figures FIGURES = new Figures();

    static Stream<Arguments> rowsOfBothFamilies() {
        return Arrays.stream(Family.values())
                .flatMap(family -> Table.rows().stream().map(row -> Arguments.of(family, row)));
    }

    @AfterAll
    static void close() {
        SERVICES.values().forEach(Service::close);
        SERVICES.clear();
        FIGURES.write();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rowsOfBothFamilies")
    void aHostileInputEndsAsItHasToAndCostsLittle(Family family, Row row) {
        assumeTrue(family.absence().isEmpty(), () -> family.absence().orElse(""));
        Service service = SERVICES.computeIfAbsent(family, Service::new);
        List<byte[]> files = row.inputs().get().toList();

        service.memory().forget(row.svg());
        Measured<List<Run>> measured = Gauge.measure(() -> runs(service, row, files));
        long slowest = measured.result().stream().mapToLong(Run::cpu).max().orElseThrow();
        long total = measured.heapBytes() + service.memory().peak();
        FIGURES.add(
                family,
                row,
                measured.result(),
                slowest,
                measured.heapBytes(),
                service.memory().peak());

        assertOutcomes(family, row, measured.result());
        assertThat(measured.printed()).as("printed").isEmpty();
        assertThat(service.memory().used()).as("bytes of Memory kept").isZero();
        assertThat(Duration.ofNanos(slowest)).as("CPU time").isLessThan(CPU);
        if (total > MEMORY) {
            long room = MEMORY - service.memory().peak();
            assertOutcomes(family, row, Gauge.withRoomFor(room, () -> runs(service, row, files)));
        }
    }

    private record Run(byte[] file, Outcome outcome, long cpu) {}

    private static List<Run> runs(Service service, Row row, List<byte[]> files) {
        List<Run> runs = new ArrayList<>();
        for (byte[] file : files) {
            long before = Gauge.cpu();
            Outcome outcome = service.process(row, file);
            runs.add(new Run(file, outcome, Gauge.cpu() - before));
        }
        return runs;
    }

    private static void assertOutcomes(Family family, Row row, List<Run> runs) {
        List<String> complaints = runs.stream()
                .flatMap(run -> row.expected().complaint(run.outcome(), family).stream()
                        .map(words -> "of " + run.file().length + " bytes: " + words))
                .toList();
        assertThat(complaints).isEmpty();
    }

    /** What was measured, for people: a line per row in the build's folder. */
    private static final class Figures {
        private final StringBuilder lines = new StringBuilder("family\tinputs\tCPU ms\theap\tMemory\trow\toutcome\n");

        void add(Family family, Row row, List<Run> runs, long cpu, long heap, long memory) {
            String outcomes = runs.stream()
                    .map(run -> Expected.told(run.outcome()))
                    .distinct()
                    .limit(3)
                    .toList()
                    .toString();
            lines.append(String.join(
                            "\t",
                            family.name(),
                            "" + runs.size(),
                            "" + cpu / 1_000_000,
                            Gauge.mib(heap),
                            Gauge.mib(memory),
                            row.name(),
                            outcomes))
                    .append('\n');
        }

        void write() {
            try {
                Files.writeString(Path.of("target", "hostile-table.tsv"), lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
