package dev.darkroom.crash.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.darkroom.world.LocalServices;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.S3Server;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tests the worker's jar with few file descriptors. The required number depends on the Java version. So the tests first find the smallest
 * number with which the task succeeds, and then use smaller numbers.
 */
class WorkerDescriptorsTest {
    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final String KEY = "staging/batch_1/photos/sunset.jpg";
    private static final int FEWEST = 8;
    private static final int ENOUGH = 64;
    /** How many descriptors less than the task needs. With even fewer, the callback has none. */
    private static final int[] FEWER = {1, 4, 8};

    private static S3Server s3;
    private static byte[] photo;
    private final Map<Integer, Run> runs = new TreeMap<>();

    /** The result of a worker. */
    private record Run(int exit, List<String> errors, int callbacks, String log) {}

    @BeforeAll
    static void start() throws Exception {
        assumeThat(LimitedProcess.WORKER).isRegularFile();
        s3 = S3Server.start();
        photo = GeneratedPhoto.jpeg(1200, 900);
    }

    @AfterAll
    static void stop() throws IOException {
        if (s3 != null) {
            s3.close();
        }
    }

    @Test
    void tooFewDescriptorsAreSaidAndCalledBackAndLeaveTheUpload() throws Exception {
        int least = leastForTheJob();
        for (int fewer : FEWER) {
            Run run = run(least - fewer);
            assertThat(run.exit()).as(run.log()).isEqualTo(1);
            assertThat(run.errors())
                    .as("callbacks with %d; %s", least - fewer, run.log())
                    .hasSize(1)
                    .allSatisfy(error ->
                            assertThat(error).contains("file descriptors left", "raise its limit (ulimit -n)"));
        }
    }

    /** With so few descriptors, Java may not start, or the callback has no socket. The process fails and leaves no partial data. */
    @Test
    void withHardlyAnyDescriptorsTheProcessFailsAndLeavesTheUpload() throws Exception {
        assertThat(run(FEWEST).exit()).isNotZero();
    }

    private int leastForTheJob() throws Exception {
        int tooFew = FEWEST;
        int enough = ENOUGH;
        assertThat(run(enough).exit()).as("exit with %d", enough).isZero();
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if (run(middle).exit() == 0) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private Run run(int descriptors) throws IOException, InterruptedException {
        Run known = runs.get(descriptors);
        if (known != null) {
            return known;
        }
        Run run = ran(descriptors);
        System.out.println("worker with " + descriptors + " descriptors: exit " + run.exit() + ", " + run.callbacks()
                + " callbacks " + run.errors());
        runs.put(descriptors, run);
        return run;
    }

    private static Run ran(int descriptors) throws IOException, InterruptedException {
        try (LocalServices world = LocalServices.on(s3)) {
            Map<String, String> variables = world.upload(KEY, photo, "image/jpeg");
            WorkerProcess.ProcessResult ended;
            try (WorkerProcess process =
                    LimitedProcess.start(LimitedProcess.WORKER, variables, "ulimit -n " + descriptors, "-Xmx128m")) {
                ended = process.await(LIMIT);
            }
            List<ReceivedCallback> callbacks = world.orchestrator().taken();
            boolean done = ended.exit() == 0;
            assertThat(world.staging().get(KEY + ".ref.json").isPresent())
                    .as("a ref, after exit " + ended.exit())
                    .isEqualTo(done);
            if (done) {
                assertThat(callbacks).hasSize(1);
            } else {
                assertThat(world.staging().get(KEY)).as("the upload").isPresent();
            }
            for (String archived : world.archive().keys()) {
                assertThat(world.archive().get(archived).orElseThrow().bytes())
                        .as(archived)
                        .isEqualTo(photo);
            }
            List<String> errors = callbacks.stream()
                    .map(ReceivedCallback::error)
                    .filter(error -> !error.isEmpty())
                    .toList();
            return new Run(ended.exit(), errors, callbacks.size(), ended.out() + ended.err());
        }
    }
}
