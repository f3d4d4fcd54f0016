package dev.darkroom.turbo;

import java.util.Optional;

/** Whether this process may and can leave Java: what all providers here ask before anything native is looked for. */
public final class TurboAvailability {
    /** Set to {@code off}, it keeps every provider of this module out. */
    private static final String SWITCH = "darkroom.turbo";

    private static final int OLDEST_JAVA = 22;

    private TurboAvailability() {}

    /** What keeps the fast lane closed; empty where it is open. */
    public static Optional<String> closed() {
        if ("off".equals(System.getProperty(SWITCH))) {
            return Optional.of("switched off by -D" + SWITCH + "=off");
        }
        int java = Runtime.version().feature();
        return java < OLDEST_JAVA
                ? Optional.of("needs Java " + OLDEST_JAVA + " or newer, and this is Java " + java)
                : Optional.empty();
    }

    /** Why a class made for Java 17 runs where its namesake for Java 22 should, or could not. */
    public static String withoutJava22Classes() {
        return closed().orElse("the classes for Java " + OLDEST_JAVA
                + " are out of reach: they are found only in a jar whose manifest says Multi-Release: true");
    }
}
