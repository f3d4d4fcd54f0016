package dev.darkroom.worker;

import dev.darkroom.world.LocalServices;
import dev.darkroom.world.http.FaultScript;
import dev.darkroom.world.http.HeldRequest;
import dev.darkroom.world.http.RequestMatcher;
import java.util.Map;

/** The requests of a task. A test can pause the process at each request: before the service handles it, or before the service replies. */
enum TaskStep {
    LOOK_FOR_REF,
    DOWNLOAD,
    ARCHIVE,
    REGISTER,
    WRITE_REF,
    CALL_BACK;

    HeldRequest hold(LocalServices world, Map<String, String> env, boolean before) {
        String key = env.get("INPUT_R2_KEY");
        FaultScript link = world.link().script();
        return switch (this) {
            case LOOK_FOR_REF ->
                at(link, RequestMatcher.exactly("GET", world.staging().path(key + ".ref.json")), before);
            case DOWNLOAD ->
                at(link, RequestMatcher.exactly("GET", world.staging().path(key)), before);
            case ARCHIVE -> at(link, RequestMatcher.under("PUT", world.archive().path("")), before);
            case REGISTER -> at(world.cdn().script(), world.cdn().registrations(), before);
            case WRITE_REF ->
                at(link, RequestMatcher.exactly("PUT", world.staging().path(key + ".ref.json")), before);
            case CALL_BACK -> at(world.orchestrator().script(), RequestMatcher.any(), before);
        };
    }

    private static HeldRequest at(FaultScript script, RequestMatcher match, boolean before) {
        return before ? script.holdBefore(match, 1) : script.holdAfter(match, 1);
    }
}
