package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Failure;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The known reasons why one family accepts a file that the other refuses. */
enum Disagreement {
    MEMORY(
            "what one family's decoder needs does not fit in the budget, and the other's does",
            (portable, fast) -> isMemory(portable) || isMemory(fast)),
    BAD_CODE(
            "libjpeg-turbo's fast loop takes a Huffman code that is in no table for a zero and says nothing; the JDK's libjpeg warns",
            (portable, fast) ->
                    fast.completed() && portable.message().contains("a Huffman code that its table does not have")),
    STANDARD_TABLES(
            "libjpeg-turbo takes the standard's Huffman tables where a JPEG brings none, as Motion JPEG does; the JDK's libjpeg refuses",
            (portable, fast) ->
                    fast.completed() && portable.message().matches(".*Huffman table 0x\\d+ was not defined")),
    UNUSED_CONDITIONING(
            "an arithmetic conditioning table that nothing uses is looked at by libjpeg-turbo alone",
            (portable, fast) -> portable.completed() && fast.message().contains("Bogus DAC"));

    private final String reason;
    private final BiPredicate<MutantResult, MutantResult> applies;

    Disagreement(String reason, BiPredicate<MutantResult, MutantResult> applies) {
        this.reason = reason;
        this.applies = applies;
    }

    /** The reason for different results; empty if it is unknown. */
    static Optional<Disagreement> of(MutantResult portable, MutantResult fast) {
        return Arrays.stream(values())
                .filter(known -> known.applies.test(portable, fast))
                .findFirst();
    }

    String reason() {
        return reason;
    }

    private static boolean isMemory(MutantResult verdict) {
        return verdict.failure()
                .filter(failure ->
                        failure instanceof Failure.OverLimit limit && limit.kind() == Failure.OverLimit.Kind.MEMORY)
                .isPresent();
    }
}
