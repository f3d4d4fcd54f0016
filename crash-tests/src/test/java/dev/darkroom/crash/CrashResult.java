package dev.darkroom.crash;

import java.util.List;

/**
 * The result of a run.
 *
 * @param met whether the request for the fault was made
 * @param course the writes of the run in their order, if known
 */
public record CrashResult(boolean met, List<String> violations, List<String> course) {
    public CrashResult(boolean met, List<String> violations) {
        this(met, violations, List.of());
    }

    public CrashResult {
        violations = List.copyOf(violations);
        course = List.copyOf(course);
    }
}
