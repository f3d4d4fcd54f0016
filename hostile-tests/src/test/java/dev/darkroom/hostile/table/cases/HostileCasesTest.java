package dev.darkroom.hostile.table.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.table.ExpectedOutcome;
import dev.darkroom.hostile.table.HostileCase;
import dev.darkroom.hostile.table.HostileCaseCheck;
import dev.darkroom.hostile.table.HostileCaseService;
import dev.darkroom.hostile.table.JobMeter;
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

/** Tests every case of the table with both families of codecs in one process: its outcome, CPU time and memory. */
class HostileCasesTest {
    private static final Map<CodecFamily, HostileCaseService> SERVICES = new EnumMap<>(CodecFamily.class);
    private static final Figures FIGURES = new Figures();

    static Stream<Arguments> rowsOfBothFamilies() {
        return Arrays.stream(CodecFamily.values())
                .flatMap(family -> HostileCases.rows().stream().map(row -> Arguments.of(family, row)));
    }

    @AfterAll
    static void close() {
        SERVICES.values().forEach(HostileCaseService::close);
        SERVICES.clear();
        FIGURES.write();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rowsOfBothFamilies")
    void aHostileInputEndsAsItHasToAndCostsLittle(CodecFamily family, HostileCase row) {
        assumeTrue(family.absence().isEmpty(), () -> family.absence().orElse(""));
        HostileCaseCheck check = HostileCaseCheck.of(SERVICES.computeIfAbsent(family, HostileCaseService::new), row);
        FIGURES.add(family, row, check);
        assertThat(check.complaints()).isEmpty();
    }

    @Test
    void noTwoRowsHaveOneName() {
        assertThat(HostileCases.rows().stream().map(HostileCase::name)).doesNotHaveDuplicates();
    }

    /** The measurements, as a file in the build folder with one line per case. */
    private static final class Figures {
        private final StringBuilder lines = new StringBuilder("family\tinputs\tCPU ms\theap\tMemory\trow\toutcome\n");

        void add(CodecFamily family, HostileCase row, HostileCaseCheck check) {
            String outcomes = check.outcomes().stream()
                    .map(ExpectedOutcome::told)
                    .distinct()
                    .limit(3)
                    .toList()
                    .toString();
            lines.append(String.join(
                            "\t",
                            family.name(),
                            "" + check.outcomes().size(),
                            "" + check.cpuNanos() / 1_000_000,
                            JobMeter.mib(check.heapBytes()),
                            JobMeter.mib(check.memoryBytes()),
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
