package dev.darkroom.worker;

import static dev.darkroom.worker.WorkerVariable.CALLBACK_SECRET;
import static dev.darkroom.worker.WorkerVariable.CALLBACK_URL;
import static dev.darkroom.worker.WorkerVariable.CDN_API_URL;
import static dev.darkroom.worker.WorkerVariable.CDN_PUBLIC_URL;
import static dev.darkroom.worker.WorkerVariable.INPUT_CONTENT_TYPE;
import static dev.darkroom.worker.WorkerVariable.INPUT_FILE_SIZE;
import static dev.darkroom.worker.WorkerVariable.R2_ACCOUNT_ID;

import dev.darkroom.cdn.Callback;
import dev.darkroom.cdn.CdnPublisher;
import dev.darkroom.core.ImageException;
import dev.darkroom.host.StepLog;
import dev.darkroom.pipeline.PipelineListener;
import dev.darkroom.pipeline.store.Stores;
import dev.darkroom.spi.delivery.ObjectStore;
import java.net.URI;
import java.util.Map;

/** The services that a task uses. Its environment variables configure them; a test can replace them. */
class Services {
    final Map<String, String> env;

    Services(Map<String, String> env) {
        this.env = env;
    }

    /**
     * @param name variable with the name of the bucket
     * @throws IllegalArgumentException if a variable is missing or malformed; the methods below throw it, too
     */
    ObjectStore bucket(WorkerVariable name) throws ImageException {
        return Stores.open("r2://" + R2_ACCOUNT_ID.in(env) + "/" + name.in(env), env);
    }

    CdnPublisher cdn() {
        return CdnPublisher.builder(URI.create(CDN_API_URL.in(env)))
                .publicUrl(URI.create(CDN_PUBLIC_URL.in(env)))
                .build();
    }

    Callback callback() {
        Callback.Builder callback = Callback.builder(URI.create(CALLBACK_URL.in(env)));
        String secret = CALLBACK_SECRET.in(env);
        return (secret.isEmpty() ? callback : callback.secret(secret)).build();
    }

    PipelineListener listener() {
        return new StepLog(WorkerMain.LOG, INPUT_CONTENT_TYPE.in(env), INPUT_FILE_SIZE.setting.number(env));
    }
}
