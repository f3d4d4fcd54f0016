package dev.darkroom.crash;

import java.util.List;

/**
 * What came of a run.
 *
 * @param met whether the request that the fault was for was made at all
 */
public record Verdict(boolean met, List<String> violations) {
    public Verdict {
        violations = List.copyOf(violations);
    }
}
