package dev.darkroom.bench.engine;

import java.util.List;
import java.util.Locale;

/** The two jobs that are compared. */
public enum JobKind {
    /** JPEG at quality 80, the longest side limited. */
    JPEG("jpg"),
    /** Lossy WebP at quality 80, libwebp's method 4, the width limited. */
    WEBP("webp");

    private final String suffix;

    JobKind(String suffix) {
        this.suffix = suffix;
    }

    /** The kind with this name on a command line. */
    public static JobKind named(String name) {
        return switch (name) {
            case "jpeg" -> JPEG;
            case "webp" -> WEBP;
            default -> throw new IllegalArgumentException("a job is jpeg or webp, not " + name);
        };
    }

    /** Its name on a command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The suffix of the files that it makes. */
    public String suffix() {
        return suffix;
    }

    /** The sizes of the variants, in pixels, ascending. */
    public List<Integer> sizes() {
        return this == JPEG ? List.of(400, 1200, 2400) : List.of(400, 800, 1920);
    }

    /** The file name of a variant of a photograph. */
    public String fileName(int photo, int size) {
        return photo + "-" + size + "." + suffix;
    }
}
