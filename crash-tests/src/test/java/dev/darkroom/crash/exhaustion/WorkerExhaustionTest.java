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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests the worker's jar with too little of each resource. It reports its result, keeps the upload and leaves no partial data. */
class WorkerExhaustionTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String KEY = "staging/batch_1/photos/sunset.jpg";

    private static S3Server s3;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(LimitedProcess.WORKER).isRegularFile();
        s3 = S3Server.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (s3 != null) {
            s3.close();
        }
    }

    @Test
    void aHeapTooSmallForTheJobIsToldAndLeavesTheUpload() throws Exception {
        byte[] photo = GeneratedPhoto.jpeg(4000, 3000);
        List<Boolean> succeeded = new ArrayList<>();
        for (int mib : new int[] {10, 16, 24, 128}) {
            String heap = "-Xmx" + mib + "m";
            succeeded.add(run("heap of " + mib + " MB", 1, photo, "true", heap, "-Ddarkroom.turbo=off"));
        }
        assertThat(succeeded).contains(true, false);
    }

    @Test
    void noRoomForFilesIsNoHindrance() throws Exception {
        assertThat(run("no file may grow", 1, GeneratedPhoto.jpeg(1200, 900), "ulimit -f 0", "-Xmx128m"))
                .isTrue();
    }

    /**
     * Runs the worker. Returns whether the task succeeded.
     *
     * @param callbacksOfFailure minimum number of error callbacks
     */
    private static boolean run(String lack, int callbacksOfFailure, byte[] photo, String limit, String... options)
            throws IOException, InterruptedException {
        try (LocalServices world = LocalServices.on(s3)) {
            Map<String, String> variables = world.upload(KEY, photo, "image/jpeg");
            WorkerProcess.ProcessResult ended;
            try (WorkerProcess process = LimitedProcess.start(LimitedProcess.WORKER, variables, limit, options)) {
                ended = process.await(LIMIT);
            }
            List<ReceivedCallback> callbacks = world.orchestrator().taken();
            System.out.println("worker, " + lack + ": exit " + ended.exit() + ", callbacks "
                    + callbacks.stream().map(ReceivedCallback::raw).toList() + " " + lastLine(ended));
            boolean done = ended.exit() == 0;
            boolean ref = world.staging().get(KEY + ".ref.json").isPresent();
            assertThat(ref).as("a ref, after exit " + ended.exit()).isEqualTo(done);
            if (done) {
                assertThat(callbacks).hasSize(1);
            } else {
                assertThat(world.staging().get(KEY)).as("the upload").isPresent();
                assertThat(callbacks).hasSizeGreaterThanOrEqualTo(callbacksOfFailure);
                assertThat(callbacks)
                        .allSatisfy(callback -> assertThat(callback.error()).isNotBlank());
            }
            for (String archived : world.archive().keys()) {
                assertThat(world.archive().get(archived).orElseThrow().bytes())
                        .as(archived)
                        .isEqualTo(photo);
            }
            return done;
        }
    }

    private static String lastLine(WorkerProcess.ProcessResult ended) {
        return (ended.out() + ended.err()).lines().reduce("", (before, line) -> line);
    }
}
