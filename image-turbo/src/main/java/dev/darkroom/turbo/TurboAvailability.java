package dev.darkroom.turbo;

import java.util.Optional;

/** Checks whether this process may use native code. All providers of this module ask it before they look for a native library. */
public final class TurboAvailability {
    /** System property. The value {@code off} makes every provider of this module unavailable. */
    private static final String SWITCH = "darkroom.turbo";

    private static final int OLDEST_JAVA = 22;

    private TurboAvailability() {}

    /** The reason why this module is unavailable; empty if it is available. */
    public static Optional<String> closed() {
        if ("off".equals(System.getProperty(SWITCH))) {
            return Optional.of("switched off by -D" + SWITCH + "=off");
        }
        int java = Runtime.version().feature();
        return java < OLDEST_JAVA
                ? Optional.of("needs Java " + OLDEST_JAVA + " or newer, and this is Java " + java)
                : Optional.empty();
    }

    /** The reason why the Java 17 version of a class runs instead of its Java 22 version. */
    public static String withoutJava22Classes() {
        return closed().orElse("the classes for Java " + OLDEST_JAVA
                + " were not found: they need a jar whose manifest has Multi-Release: true");
    }
}
