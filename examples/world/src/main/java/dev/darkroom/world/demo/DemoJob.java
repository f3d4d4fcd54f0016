package dev.darkroom.world.demo;

import dev.darkroom.world.Jdk;
import dev.darkroom.world.LocalServices;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import dev.darkroom.world.StrictJson;
import dev.darkroom.world.WorkerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the worker on one photograph and collects its results from the local services. */
final class DemoJob {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final LocalServices world;
    private final Path worker;
    private final String secret;

    DemoJob(LocalServices world, Path worker, String secret) {
        this.world = world;
        this.worker = worker;
        this.secret = secret;
    }

    static String key(Photo photo) {
        return "staging/batch_demo/" + photo.folder() + "/" + photo.name();
    }

    DemoResult run(Photo photo) throws IOException, InterruptedException {
        int before = world.orchestrator().taken().size();
        String key = key(photo);
        Map<String, String> variables = world.upload(key, photo.bytes(), photo.contentType());
        variables.put("TASK_ID", "demo-" + photo.folder());
        variables.put("CALLBACK_SECRET", secret);
        WorkerProcess.ProcessResult ended;
        try (WorkerProcess process = WorkerProcess.start(Jdk.running(), worker, variables)) {
            ended = process.await(LIMIT);
        }
        List<ReceivedCallback> callbacks = world.orchestrator().taken();
        Optional<ReceivedCallback> callback =
                callbacks.size() > before ? Optional.of(callbacks.get(before)) : Optional.empty();
        Optional<String> ref = world.staging()
                .get(key + ".ref.json")
                .map(object -> new String(object.bytes(), StandardCharsets.UTF_8));
        return new DemoResult(photo, ended, callback, ref, ref.flatMap(this::asset));
    }

    private Optional<RegisteredAsset> asset(String ref) {
        String url = String.valueOf(StrictJson.object(ref).get("url"));
        return world.cdn().asset(url.substring(url.lastIndexOf('/') + 1));
    }
}
