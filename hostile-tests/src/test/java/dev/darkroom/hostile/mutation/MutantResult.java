package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Outcome;
import java.util.Optional;

/**
 * What one family made of an upload.
 *
 * @param failure empty where it completed
 * @param cpuMillis of the thread that ran the job; all of it runs there
 */
record MutantResult(Optional<Failure> failure, long cpuMillis) {
    static MutantResult of(Outcome outcome, long cpuMillis) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return new MutantResult(Optional.of(rejected.failure()), cpuMillis);
        }
        return outcome instanceof Outcome.Failed failed
                ? new MutantResult(Optional.of(failed.failure()), cpuMillis)
                : new MutantResult(Optional.empty(), cpuMillis);
    }

    boolean completed() {
        return failure.isEmpty();
    }

    /** Such as {@code "completed"} or {@code "Malformed"}. */
    String word() {
        return failure.map(found -> found.getClass().getSimpleName()).orElse("completed");
    }

    String message() {
        return failure.map(Failure::message).orElse("completed");
    }
}
