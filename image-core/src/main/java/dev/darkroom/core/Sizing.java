package dev.darkroom.core;

/** A rule from a displayed size to a variant's size. No rule enlarges a picture's content. */
public sealed interface Sizing {
    /** The longest side is at most {@code longest}. */
    static Sizing limit(int longest) {
        return new Within(longest, longest);
    }

    /** Fits inside a box, keeping the aspect. */
    static Sizing within(int width, int height) {
        return new Within(width, height);
    }

    /** Fills a box of this aspect, cutting off what hangs over on both sides alike. A smaller picture gives a smaller box. */
    static Sizing cover(int width, int height) {
        return new Cover(width, height);
    }

    /** Fits inside a box and fills the rest of it with transparency, or the encoding's background. */
    static Sizing pad(int width, int height) {
        return new Pad(width, height);
    }

    /** The picture's own size. */
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
