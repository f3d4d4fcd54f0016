package dev.darkroom.world.demo;

import dev.darkroom.world.Asset;
import dev.darkroom.world.Callback;
import dev.darkroom.world.Jdk;
import dev.darkroom.world.Json;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the worker on one photograph and gathers what it left in the world. */
final class Job {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final World world;
    private final Path worker;
    private final String secret;

    Job(World world, Path worker, String secret) {
        this.world = world;
        this.worker = worker;
        this.secret = secret;
    }

    static String key(Photo photo) {
        return "staging/batch_demo/" + photo.folder() + "/" + photo.name();
    }

    Result run(Photo photo) throws IOException, InterruptedException {
        int before = world.orchestrator().taken().size();
        String key = key(photo);
        Map<String, String> variables = world.upload(key, photo.bytes(), photo.contentType());
        variables.put("TASK_ID", "demo-" + photo.folder());
        variables.put("CALLBACK_SECRET", secret);
        WorkerProcess.Ended ended;
        try (WorkerProcess process = WorkerProcess.start(Jdk.running(), worker, variables)) {
            ended = process.await(LIMIT);
        }
        List<Callback> callbacks = world.orchestrator().taken();
        Optional<Callback> callback = callbacks.size() > before ? Optional.of(callbacks.get(before)) : Optional.empty();
        Optional<String> ref = world.staging()
                .get(key + ".ref.json")
                .map(object -> new String(object.bytes(), StandardCharsets.UTF_8));
        return new Result(photo, ended, callback, ref, ref.flatMap(this::asset));
    }

    private Optional<Asset> asset(String ref) {
        String url = String.valueOf(Json.object(ref).get("url"));
        return world.cdn().asset(url.substring(url.lastIndexOf('/') + 1));
    }
}
