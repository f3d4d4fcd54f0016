package dev.darkroom.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Runs a part of the matrix of {@code ./darkroom crash}. Whatever fails, acknowledged data is not lost and partial updates are not visible.
 */
class CrashMatrixTest {
    private static final long SEED = 11;

    @Test
    void theWorkerKeepsItsPromisesWhateverFails() {
        holds(CrashTarget.WORKER, Integer.MAX_VALUE);
    }

    @Test
    void theServletKeepsItsPromisesWhateverFails() {
        holds(CrashTarget.SERVLET, Integer.MAX_VALUE);
    }

    @Test
    void theWorkersOwnClientsKeepThemOnSockets() {
        holds(CrashTarget.WORKER_ON_SOCKETS, 16);
    }

    @Test
    void theWorkersJarKeepsThemWhenItIsKilled() {
        assumeTrue(Files.exists(CrashTarget.jar("fly-worker")), "the worker's jar is not packed yet (run \"verify\")");
        holds(CrashTarget.WORKER_PROCESS, 3);
    }

    @Test
    void theServletsJarKeepsThemWhenItIsKilled() {
        assumeTrue(
                Files.exists(CrashTarget.jar("upload-servlet")),
                "the servlet's jar is not packed yet (run \"verify\")");
        holds(CrashTarget.SERVLET_PROCESS, 2);
    }

    /** Asserts that no rule is violated. It runs each step with each fault once, or at most {@code atMost} of them. */
    private static void holds(CrashTarget part, int atMost) {
        List<CrashCase> cases;
        try (SystemUnderTest subject = part.open()) {
            cases = CrashMatrix.cases(subject, 1, SEED, one -> true);
        }
        SplittableRandom chance = new SplittableRandom(SEED);
        List<CrashCase> chosen = atMost >= cases.size()
                ? cases
                : chance.ints(0, cases.size())
                        .distinct()
                        .limit(atMost)
                        .mapToObj(cases::get)
                        .toList();
        CrashResults table = CrashMatrix.run(part, chosen, 2);
        assertThat(table.runs()).isEqualTo(chosen.size());
        assertThat(table.violations()).as(table.toString()).isEmpty();
    }
}
