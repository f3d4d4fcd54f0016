package dev.darkroom.crash.network;

import dev.darkroom.crash.CrashCase;
import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.RequestStep;
import java.util.SplittableRandom;

/**
 * What goes wrong at which requests.
 *
 * @param first number of the first matching request that it befalls, from 1
 * @param times how many in a row
 * @param variant chooses among the ways in which the fault can come
 */
public record PlannedFault(RequestStep step, FaultKind fault, int first, int times, int variant) {
    private static final int ALWAYS = 1_000_000;

    /** The case's own fault: mostly once, sometimes a few times, sometimes for as long as the process lives. */
    public static PlannedFault of(CrashCase one) {
        SplittableRandom chance = one.chance("mishap");
        int often = chance.nextInt(10);
        int times = often < 4 ? 1 : often < 7 ? 2 + chance.nextInt(2) : ALWAYS;
        int first = chance.nextInt(4) == 0 ? 2 : 1;
        return new PlannedFault(one.step(), one.fault(), first, times, chance.nextInt(1 << 16));
    }

    /** The same from the first matching request on. */
    public PlannedFault atOnce() {
        return new PlannedFault(step, fault, 1, times, variant);
    }

    public boolean lasts() {
        return times == ALWAYS;
    }

    /** Chooses among so many ways, by the digit of that number. */
    int way(int digit, int ways) {
        return (variant >>> (4 * digit)) % ways;
    }
}
