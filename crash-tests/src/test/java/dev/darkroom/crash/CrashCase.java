package dev.darkroom.crash;

import java.util.SplittableRandom;

/** One run: all that happens in it follows from these three. */
public record CrashCase(RequestStep step, FaultKind fault, long seed) {
    /** A stream of chance of the run's own for each use. */
    public SplittableRandom chance(String use) {
        long mixed = seed;
        for (String word : new String[] {step.name(), fault.name(), use}) {
            mixed = mixed * 0x9E3779B97F4A7C15L + word.hashCode();
        }
        return new SplittableRandom(mixed);
    }

    /** How to see it again. */
    @Override
    public String toString() {
        return "./darkroom crash --seed " + seed + " --step " + step.name() + " --fault " + fault.name();
    }
}
