package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Failure;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Why one family takes what the other refuses: every reason that is known. */
enum Disagreement {
    MEMORY(
            "what one family's decoder needs does not fit in the budget, and the other's does",
            (portable, fast) -> isMemory(portable) || isMemory(fast));

    private final String reason;
    private final BiPredicate<Verdict, Verdict> applies;

    Disagreement(String reason, BiPredicate<Verdict, Verdict> applies) {
        this.reason = reason;
        this.applies = applies;
    }

    /** Empty where nothing known explains it. */
    static Optional<Disagreement> of(Verdict portable, Verdict fast) {
        return Arrays.stream(values())
                .filter(known -> known.applies.test(portable, fast))
                .findFirst();
    }

    String reason() {
        return reason;
    }

    private static boolean isMemory(Verdict verdict) {
        return verdict.failure()
                .filter(failure ->
                        failure instanceof Failure.OverLimit limit && limit.kind() == Failure.OverLimit.Kind.MEMORY)
                .isPresent();
    }
}
