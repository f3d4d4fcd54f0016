package dev.darkroom.worker;

import dev.darkroom.world.Gate;
import dev.darkroom.world.WorkerProcess;
import java.io.IOException;
import java.util.Map;

/** A worker with one picture to do, held at one of its steps. */
record Held(Rig rig, Map<String, String> env, Gate gate, WorkerProcess worker) implements AutoCloseable {
    /**
     * Returns when the worker is there.
     *
     * @param before before the service hears of the step; otherwise when it has done it and is about to answer
     */
    static Held at(Step step, boolean before) throws Exception {
        Rig rig = Rig.set();
        try {
            Map<String, String> env = rig.upload(Pictures.jpeg(500, 400), "image/jpeg");
            env.put("STOP_SECONDS", SignalIT.STOP_SECONDS);
            Gate gate = step.hold(rig.world, env, before);
            WorkerProcess worker = rig.start(env);
            gate.awaitReached(Rig.LIMIT);
            return new Held(rig, env, gate, worker);
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
