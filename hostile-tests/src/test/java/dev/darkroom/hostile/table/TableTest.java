package dev.darkroom.hostile.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.hostile.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table, with both families of codecs in one process: what becomes of it, and what it costs. */
class TableTest {
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
        RowCheck check = RowCheck.of(SERVICES.computeIfAbsent(family, Service::new), row);
        FIGURES.add(family, row, check);
        assertThat(check.complaints()).isEmpty();
    }

    @Test
    void noTwoRowsHaveOneName() {
        assertThat(Table.rows().stream().map(Row::name)).doesNotHaveDuplicates();
    }

    /** What was measured, for people: a line per row in the build's folder. */
    private static final class Figures {
        private final StringBuilder lines = new StringBuilder("family\tinputs\tCPU ms\theap\tMemory\trow\toutcome\n");

        void add(Family family, Row row, RowCheck check) {
            String outcomes = check.outcomes().stream()
                    .map(Expected::told)
                    .distinct()
                    .limit(3)
                    .toList()
                    .toString();
            lines.append(String.join(
                            "\t",
                            family.name(),
                            "" + check.outcomes().size(),
                            "" + check.cpuNanos() / 1_000_000,
                            Gauge.mib(check.heapBytes()),
                            Gauge.mib(check.memoryBytes()),
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
