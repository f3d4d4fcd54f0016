package dev.darkroom.worker;

import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.http.HeldRequest;
import java.io.IOException;
import java.util.Map;

/** A worker that processes one picture and is paused at one of its steps. */
record PausedWorker(WorkerFixture fixture, Map<String, String> env, HeldRequest gate, WorkerProcess worker)
        implements AutoCloseable {
    /**
     * Starts a worker and returns when it has reached the step.
     *
     * @param before whether to pause before the service handles the request; otherwise after that, before its reply
     */
    static PausedWorker at(TaskStep step, boolean before) throws Exception {
        WorkerFixture fixture = WorkerFixture.set();
        try {
            Map<String, String> env = fixture.upload(QuadrantPictures.jpeg(500, 400), "image/jpeg");
            env.put("STOP_SECONDS", SignalIT.STOP_SECONDS);
            HeldRequest gate = step.hold(fixture.world, env, before);
            WorkerProcess worker = fixture.start(env);
            gate.awaitReached(WorkerFixture.LIMIT);
            return new PausedWorker(fixture, env, gate, worker);
        } catch (Exception | Error e) {
            fixture.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        fixture.close();
    }
}
