package dev.darkroom.hostile.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Words that occur nowhere else, one in each planted piece, and what each of them was planted in. */
final class Canaries {
    /** What every one of them starts with; no picture of some kilobytes holds it by chance. */
    static final String PREFIX = "nEEdLe";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int RANDOM_LETTERS = 12;
    /** Of prefix and letters. */
    static final int LENGTH = PREFIX.length() + RANDOM_LETTERS;

    /**
     * One of them.
     *
     * @param rights whether it stands in a field that keep(COPYRIGHT) is for
     */
    record Canary(String text, String where, boolean rights) {}

    private final Random random;
    private final List<Canary> planted = new ArrayList<>();

    Canaries(Random random) {
        this.random = random;
    }

    /** One that nobody may find again. */
    String hidden(String where) {
        return plant(where, false);
    }

    /** One that says who owns the picture. */
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

    /** In the order of planting. */
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
