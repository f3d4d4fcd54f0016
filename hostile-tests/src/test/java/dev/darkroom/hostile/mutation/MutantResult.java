package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Outcome;
import java.util.Optional;

/**
 * The result of one family for an upload.
 *
 * @param failure the failure; empty if the job completed
 * @param cpuMillis CPU time of the thread that ran the whole job, in milliseconds
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
