package dev.darkroom.hostile.table;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.Outcome;
import dev.darkroom.hostile.CodecFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The expected outcome of an input. All renditions must be safe, whether or not they are expected. */
public final class ExpectedOutcome {
    private final String words;
    private final Check check;
    private final List<String> absent;
    private final List<String> absentButInPixels;

    private ExpectedOutcome(String words, Check check, List<String> absent, List<String> absentButInPixels) {
        this.words = words;
        this.check = check;
        this.absent = absent;
        this.absentButInPixels = absentButInPixels;
    }

    private interface Check {
        boolean accepts(Outcome outcome, CodecFamily family);
    }

    public static ExpectedOutcome unrecognized() {
        return failure("unrecognized", Failure.Unrecognized.class);
    }

    public static ExpectedOutcome malformed() {
        return failure("malformed", Failure.Malformed.class);
    }

    /** Expects a refusal as unsupported, with a message that contains a text. */
    public static ExpectedOutcome unsupported(String spokenOf) {
        return of(
                "unsupported, with \"" + spokenOf + "\"",
                (outcome, family) -> failureOf(outcome) instanceof Failure.Unsupported failure
                        && failure.message().contains(spokenOf));
    }

    /** Expects a refusal that names the format. */
    public static ExpectedOutcome disallowed(Format format) {
        return of(
                "disallowed as " + format.title(),
                (outcome, family) -> failureOf(outcome) instanceof Failure.Disallowed failure
                        && failure.format() == format
                        && failure.message().contains(format.title()));
    }

    /** Expects a refusal because of the content. */
    public static ExpectedOutcome disallowed() {
        return failure("disallowed", Failure.Disallowed.class);
    }

    public static ExpectedOutcome overLimit(Failure.OverLimit.Kind kind) {
        return of(
                "over the limit of " + kind.name().toLowerCase(Locale.ROOT),
                (outcome, family) -> failureOf(outcome) instanceof Failure.OverLimit failure && failure.kind() == kind);
    }

    public static ExpectedOutcome renditions() {
        return of("safe renditions", (outcome, family) -> outcome instanceof Outcome.Completed);
    }

    /** Expects renditions of an input of this format. */
    public static ExpectedOutcome renditionsOf(Format format) {
        return of(
                "safe renditions of a " + format.title(),
                (outcome, family) -> outcome instanceof Outcome.Completed completed
                        && completed.info().format() == format);
    }

    /** Expects a different outcome of each family. */
    public static ExpectedOutcome byFamily(ExpectedOutcome portable, ExpectedOutcome fastLane) {
        return of(
                portable + " by the portable codecs, " + fastLane + " by the fast lane",
                (outcome, family) ->
                        (family == CodecFamily.PORTABLE ? portable : fastLane).check.accepts(outcome, family));
    }

    public ExpectedOutcome or(ExpectedOutcome other) {
        return new ExpectedOutcome(
                words + ", or " + other.words,
                (outcome, family) -> check.accepts(outcome, family) || other.check.accepts(outcome, family),
                absent,
                absentButInPixels);
    }

    public ExpectedOutcome because(String reason) {
        return new ExpectedOutcome(words + " (" + reason + ")", check, absent, absentButInPixels);
    }

    /** Also expects that no output contains any of these texts. */
    public ExpectedOutcome without(String... marks) {
        return new ExpectedOutcome(words, check, plus(absent, marks), absentButInPixels);
    }

    /** Also expects that no output contains any of these texts, except in coded pixels. */
    public ExpectedOutcome withoutButInPixels(String... marks) {
        return new ExpectedOutcome(words, check, absent, plus(absentButInPixels, marks));
    }

    /** The error in an outcome; empty if the outcome is as expected. */
    Optional<String> complaint(byte[] upload, Outcome outcome, CodecFamily family) {
        if (!check.accepts(outcome, family)) {
            return Optional.of("expected: " + words + "; was: " + told(outcome));
        }
        return outcome instanceof Outcome.Completed completed
                ? RenditionSafetyCheck.complaint(upload, completed, absent, absentButInPixels)
                : Optional.empty();
    }

    public static String told(Outcome outcome) {
        if (outcome instanceof Outcome.Completed completed) {
            return completed.renditions().size() + " renditions of " + completed.info();
        }
        Failure failure = Objects.requireNonNull(failureOf(outcome));
        return failure.getClass().getSimpleName() + ": " + failure.message();
    }

    @Override
    public String toString() {
        return words;
    }

    private static ExpectedOutcome failure(String words, Class<? extends Failure> type) {
        return of(words, (outcome, family) -> type.isInstance(failureOf(outcome)));
    }

    private static ExpectedOutcome of(String words, Check check) {
        return new ExpectedOutcome(words, check, List.of(), List.of());
    }

    private static List<String> plus(List<String> marks, String... more) {
        List<String> all = new ArrayList<>(marks);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /** The failure of an outcome; null if the job completed. */
    public static @Nullable Failure failureOf(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.failure();
        }
        return outcome instanceof Outcome.Failed failed ? failed.failure() : null;
    }
}
