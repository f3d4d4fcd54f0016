package dev.darkroom.worker;

import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.http.HeldRequest;
import java.io.IOException;
import java.util.Map;

/** A worker with one picture to do, held at one of its steps. */
record PausedWorker(WorkerFixture rig, Map<String, String> env, HeldRequest gate, WorkerProcess worker)
        implements AutoCloseable {
    /**
     * Returns when the worker is there.
     *
     * @param before before the service hears of the step; otherwise when it has done it and is about to answer
     */
    static PausedWorker at(TaskStep step, boolean before) throws Exception {
        WorkerFixture rig = WorkerFixture.set();
        try {
            Map<String, String> env = rig.upload(QuadrantPictures.jpeg(500, 400), "image/jpeg");
            env.put("STOP_SECONDS", SignalIT.STOP_SECONDS);
            HeldRequest gate = step.hold(rig.world, env, before);
            WorkerProcess worker = rig.start(env);
            gate.awaitReached(WorkerFixture.LIMIT);
            return new PausedWorker(rig, env, gate, worker);
        } catch (Exception | Error e) {
            rig.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        rig.close();
    }
}
