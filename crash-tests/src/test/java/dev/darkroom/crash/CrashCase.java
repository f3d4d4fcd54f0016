package dev.darkroom.crash;

import java.util.SplittableRandom;

/** One run. Step, fault and seed determine everything that happens in it. */
public record CrashCase(RequestStep step, FaultKind fault, long seed) {
    /** The random generator of this run for one use. */
    public SplittableRandom chance(String use) {
        long mixed = seed;
        for (String word : new String[] {step.name(), fault.name(), use}) {
            mixed = mixed * 0x9E3779B97F4A7C15L + word.hashCode();
        }
        return new SplittableRandom(mixed);
    }

    /** The command that repeats this run. */
    @Override
    public String toString() {
        return "./darkroom crash --seed " + seed + " --step " + step.name() + " --fault " + fault.name();
    }
}
