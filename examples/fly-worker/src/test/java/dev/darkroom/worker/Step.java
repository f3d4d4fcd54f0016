package dev.darkroom.worker;

import dev.darkroom.world.Gate;
import dev.darkroom.world.Match;
import dev.darkroom.world.Script;
import dev.darkroom.world.World;
import java.util.Map;

/** Every request of a job, and the two moments at which a process can be caught there: before the work and before its answer. */
enum Step {
    LOOK_FOR_REF,
    DOWNLOAD,
    ARCHIVE,
    REGISTER,
    WRITE_REF,
    CALL_BACK;

    Gate hold(World world, Map<String, String> env, boolean before) {
        String key = env.get("INPUT_R2_KEY");
        Script link = world.link().script();
        return switch (this) {
            case LOOK_FOR_REF -> at(link, Match.exactly("GET", world.staging().path(key + ".ref.json")), before);
            case DOWNLOAD -> at(link, Match.exactly("GET", world.staging().path(key)), before);
            case ARCHIVE -> at(link, Match.under("PUT", world.archive().path("")), before);
            case REGISTER -> at(world.cdn().script(), world.cdn().registrations(), before);
            case WRITE_REF -> at(link, Match.exactly("PUT", world.staging().path(key + ".ref.json")), before);
            case CALL_BACK -> at(world.orchestrator().script(), Match.any(), before);
        };
    }

    private static Gate at(Script script, Match match, boolean before) {
        return before ? script.holdBefore(match, 1) : script.holdAfter(match, 1);
    }
}
