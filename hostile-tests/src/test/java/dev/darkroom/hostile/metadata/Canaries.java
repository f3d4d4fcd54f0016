package dev.darkroom.hostile.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Unique words that a test plants, one in each hidden piece, with their places. */
final class Canaries {
    /** The prefix of every canary. A picture of some kilobytes does not contain it by chance. */
    static final String PREFIX = "nEEdLe";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int RANDOM_LETTERS = 12;
    /** Length of a canary: prefix and letters. */
    static final int LENGTH = PREFIX.length() + RANDOM_LETTERS;

    /**
     * A planted word.
     *
     * @param rights whether it is in a field that keep(COPYRIGHT) keeps
     */
    record Canary(String text, String where, boolean rights) {}

    private final Random random;
    private final List<Canary> planted = new ArrayList<>();

    Canaries(Random random) {
        this.random = random;
    }

    /** Plants a word that must be removed. */
    String hidden(String where) {
        return plant(where, false);
    }

    /** Plants a word in a copyright field. */
    String rights(String where) {
        return plant(where, true);
    }

    private String plant(String where, boolean rights) {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        planted.add(new Canary(text.toString(), where, rights));
        return text.toString();
    }

    /** All words in the order of planting. */
    List<Canary> planted() {
        return planted;
    }

    Canary named(String text) {
        return planted.stream()
                .filter(needle -> needle.text.equals(text))
                .findFirst()
                .orElse(new Canary(text, "nowhere that is known", false));
    }
}
