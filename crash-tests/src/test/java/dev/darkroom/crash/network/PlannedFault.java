package dev.darkroom.crash.network;

import dev.darkroom.crash.CrashCase;
import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.RequestStep;
import java.util.SplittableRandom;

/**
 * A fault and the requests at which it occurs.
 *
 * @param first number of the first matching request with the fault, from 1
 * @param times number of consecutive matching requests with the fault
 * @param variant selects one of the variants of the fault
 */
public record PlannedFault(RequestStep step, FaultKind fault, int first, int times, int variant) {
    private static final int ALWAYS = 1_000_000;

    /** The fault of a case: usually once, sometimes a few times, sometimes until the process ends. */
    public static PlannedFault of(CrashCase one) {
        SplittableRandom chance = one.chance("mishap");
        int often = chance.nextInt(10);
        int times = often < 4 ? 1 : often < 7 ? 2 + chance.nextInt(2) : ALWAYS;
        int first = chance.nextInt(4) == 0 ? 2 : 1;
        return new PlannedFault(one.step(), one.fault(), first, times, chance.nextInt(1 << 16));
    }

    /** The same fault, from the first matching request. */
    public PlannedFault atOnce() {
        return new PlannedFault(step, fault, 1, times, variant);
    }

    public boolean lasts() {
        return times == ALWAYS;
    }

    /** Selects one of several variants by a digit of {@link #variant}. */
    int way(int digit, int ways) {
        return (variant >>> (4 * digit)) % ways;
    }
}
