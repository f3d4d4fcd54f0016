package dev.darkroom.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.crash.worker.WorkerInMemory;
import dev.darkroom.crash.worker.WorkerStep;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that a seed determines a run, so that a failure can be reproduced. */
class SeedReproducibilityTest {
    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"KILL", "RESET_AFTER", "SERVER_ERROR", "PRECONDITION"})
    void aRunOfTheSameSeedTakesTheSameCourse(FaultKind fault) {
        try (WorkerInMemory once = new WorkerInMemory();
                WorkerInMemory again = new WorkerInMemory()) {
            for (long seed = 0; seed < 8; seed++) {
                CrashCase one = new CrashCase(WorkerStep.ARCHIVE, fault, seed);
                assertThat(once.run(one).course())
                        .as(one.toString())
                        .isEqualTo(again.run(one).course());
            }
        }
    }

    @Test
    void theArchiveAndTheCdnComeInEitherOrder() {
        Set<List<String>> courses = new HashSet<>();
        try (WorkerInMemory worker = new WorkerInMemory()) {
            for (long seed = 0; seed < 12; seed++) {
                courses.add(worker.run(new CrashCase(WorkerStep.CALL_BACK, FaultKind.KILL, seed))
                        .course());
            }
        }
        assertThat(courses).anyMatch(course -> course.get(0).startsWith("PUT /archive"));
        assertThat(courses).anyMatch(course -> course.get(0).startsWith("POST /asset"));
    }
}
