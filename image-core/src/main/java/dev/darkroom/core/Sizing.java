package dev.darkroom.core;

/** A rule that computes a variant's size from the displayed size. No rule enlarges the content of the picture. */
public sealed interface Sizing {
    /** Limits the longest side to {@code longest} pixels. */
    static Sizing limit(int longest) {
        return new Within(longest, longest);
    }

    /** Fits the picture into a box and keeps the aspect ratio. */
    static Sizing within(int width, int height) {
        return new Within(width, height);
    }

    /** Fills a box and crops the excess equally on both sides. A smaller picture gives a smaller box of the same aspect ratio. */
    static Sizing cover(int width, int height) {
        return new Cover(width, height);
    }

    /** Fits the picture into a box and fills the rest with transparency, or with the encoding's background. */
    static Sizing pad(int width, int height) {
        return new Pad(width, height);
    }

    /** Keeps the picture's own size. */
    static Sizing original() {
        return new Original();
    }

    record Within(int width, int height) implements Sizing {
        public Within {
            requireBox(width, height);
        }
    }

    record Cover(int width, int height) implements Sizing {
        public Cover {
            requireBox(width, height);
        }
    }

    record Pad(int width, int height) implements Sizing {
        public Pad {
            requireBox(width, height);
        }
    }

    record Original() implements Sizing {}

    private static void requireBox(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a box is at least 1 x 1, not " + width + " x " + height);
        }
    }
}
