package dev.darkroom.hostile.table;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.Outcome;
import dev.darkroom.hostile.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to become of an input. Whatever comes out as renditions has to be safe, whether or not this asks for them. */
final class Expected {
    private final String words;
    private final Check check;
    private final List<String> absent;
    private final List<String> absentButInPixels;

    private Expected(String words, Check check, List<String> absent, List<String> absentButInPixels) {
        this.words = words;
        this.check = check;
        this.absent = absent;
        this.absentButInPixels = absentButInPixels;
    }

    private interface Check {
        boolean accepts(Outcome outcome, Family family);
    }

    static Expected unrecognized() {
        return failure("unrecognized", Failure.Unrecognized.class);
    }

    static Expected malformed() {
        return failure("malformed", Failure.Malformed.class);
    }

    /** Refused with a reason that speaks of it. */
    static Expected unsupported(String spokenOf) {
        return of(
                "unsupported, with \"" + spokenOf + "\"",
                (outcome, family) -> failureOf(outcome) instanceof Failure.Unsupported failure
                        && failure.message().contains(spokenOf));
    }

    /** Refused by its name. */
    static Expected disallowed(Format format) {
        return of(
                "disallowed as " + format.title(),
                (outcome, family) -> failureOf(outcome) instanceof Failure.Disallowed failure
                        && failure.format() == format
                        && failure.message().contains(format.title()));
    }

    /** Refused for what it asks for. */
    static Expected disallowed() {
        return failure("disallowed", Failure.Disallowed.class);
    }

    static Expected overLimit(Failure.OverLimit.Kind kind) {
        return of(
                "over the limit of " + kind.name().toLowerCase(Locale.ROOT),
                (outcome, family) -> failureOf(outcome) instanceof Failure.OverLimit failure && failure.kind() == kind);
    }

    static Expected renditions() {
        return of("safe renditions", (outcome, family) -> outcome instanceof Outcome.Completed);
    }

    /** Taken for what it is. */
    static Expected renditionsOf(Format format) {
        return of(
                "safe renditions of a " + format.title(),
                (outcome, family) -> outcome instanceof Outcome.Completed completed
                        && completed.info().format() == format);
    }

    /** Where the families may differ. */
    static Expected byFamily(Expected portable, Expected fastLane) {
        return of(
                portable + " by the portable codecs, " + fastLane + " by the fast lane",
                (outcome, family) -> (family == Family.PORTABLE ? portable : fastLane).check.accepts(outcome, family));
    }

    Expected or(Expected other) {
        return new Expected(
                words + ", or " + other.words,
                (outcome, family) -> check.accepts(outcome, family) || other.check.accepts(outcome, family),
                absent,
                absentButInPixels);
    }

    Expected because(String reason) {
        return new Expected(words + " (" + reason + ")", check, absent, absentButInPixels);
    }

    /** Nothing that comes out has any of these texts in it. */
    Expected without(String... marks) {
        return new Expected(words, check, plus(absent, marks), absentButInPixels);
    }

    /** None of these texts comes out, but in what codes pixels. */
    Expected withoutButInPixels(String... marks) {
        return new Expected(words, check, absent, plus(absentButInPixels, marks));
    }

    /** What is wrong with the outcome; empty where it is as it should be. */
    Optional<String> complaint(byte[] upload, Outcome outcome, Family family) {
        if (!check.accepts(outcome, family)) {
            return Optional.of("expected: " + words + "; was: " + told(outcome));
        }
        return outcome instanceof Outcome.Completed completed
                ? SafeRenditions.complaint(upload, completed, absent, absentButInPixels)
                : Optional.empty();
    }

    static String told(Outcome outcome) {
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

    private static Expected failure(String words, Class<? extends Failure> type) {
        return of(words, (outcome, family) -> type.isInstance(failureOf(outcome)));
    }

    private static Expected of(String words, Check check) {
        return new Expected(words, check, List.of(), List.of());
    }

    private static List<String> plus(List<String> marks, String... more) {
        List<String> all = new ArrayList<>(marks);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /** Null where it completed. */
    static @Nullable Failure failureOf(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.failure();
        }
        return outcome instanceof Outcome.Failed failed ? failed.failure() : null;
    }
}
