package dev.darkroom.svg.tree;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;

/** Limits for one SVG, and the counters that are checked while it is read. Not thread-safe. */
final class SvgBudget {
    static final int BYTES = 10 * 1024 * 1024;
    /** Limit of the nesting depth. The XML parser of JDK 25 has its own limit of 100. */
    static final int DEPTH = 96;

    static final int ATTRIBUTES = 128;
    static final int DOCTYPE_CHARACTERS = 32 * 1024;
    /** Limit of characters that entity references add. */
    static final int ENTITY_CHARACTERS = 256 * 1024;
    /** Limit of elements drawn. An element that references repeat counts each time. */
    static final int EXPANDED = 100_000;
    /** Limit of the length of a chain of references. */
    static final int CHAIN = 24;

    private static final int ELEMENTS = 50_000;

    private int elements;
    private int depth;

    void open(int attributes) throws ImageException {
        require("elements in this SVG", ++elements, ELEMENTS);
        require("nesting depth of this SVG", ++depth, DEPTH);
        require("attributes of an element of this SVG", attributes, ATTRIBUTES);
    }

    void close() {
        depth--;
    }

    static void require(String what, long actual, long allowed) throws ImageException {
        if (actual > allowed) {
            throw ImageException.overLimit(Failure.OverLimit.Kind.COMPLEXITY, what, actual, allowed);
        }
    }
}
