package dev.darkroom.crash;

import java.util.List;

/**
 * What came of a run.
 *
 * @param met whether the request that the fault was for was made at all
 * @param course what the run wrote, in its order, where that is known
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
