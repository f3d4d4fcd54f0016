package dev.darkroom.worker;

import dev.darkroom.cdn.Callback;
import dev.darkroom.cdn.CdnPublisher;
import dev.darkroom.host.OneShot;
import dev.darkroom.pipeline.PipelineListener;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Timeouts;
import java.util.Map;

/** Runs the whole worker in this process with given services. Only the exit of the process is left out. */
public final class WorkerRun extends Services {
    private final Map<String, ObjectStore> buckets;
    private final CdnPublisher cdn;
    private final Callback callback;
    private final PipelineListener listener;

    /**
     * @param buckets buckets by the name of the environment variable that names them
     */
    public WorkerRun(
            Map<String, String> env,
            Map<String, ObjectStore> buckets,
            CdnPublisher cdn,
            Callback callback,
            PipelineListener listener) {
        super(env);
        this.buckets = buckets;
        this.cdn = cdn;
        this.callback = callback;
        this.listener = listener;
    }

    /** Runs the worker and returns its exit status. */
    public int run() {
        return run(Callback.DEFAULT_TIMEOUTS);
    }

    /**
     * @param calling timeouts of the callback
     */
    public int run(Timeouts calling) {
        WorkerMain main = new WorkerMain(this);
        int status = OneShot.run(main, calling).status();
        main.task.ifPresent(task -> task.pipeline.close());
        return status;
    }

    @Override
    ObjectStore bucket(WorkerVariable name) {
        ObjectStore bucket = buckets.get(name.name());
        if (bucket == null) {
            throw new IllegalArgumentException("no bucket for " + name);
        }
        return bucket;
    }

    @Override
    CdnPublisher cdn() {
        return cdn;
    }

    @Override
    Callback callback() {
        return callback;
    }

    @Override
    PipelineListener listener() {
        return listener;
    }
}
