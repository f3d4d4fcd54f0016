package dev.darkroom.core;

/** The way of the bytes, in order. */
public enum Stage {
    /** Read the source under the byte limit. */
    ADMIT,
    /** Signature and info. */
    IDENTIFY,
    /** Limits, size plan, memory. */
    PLAN,
    /** One decode. */
    DECODE,
    /** Resize, colour, orient, encode, rewrite. */
    RENDER,
    /** Publishers. */
    DELIVER,
    /** Notifiers, also on failure. */
    NOTIFY
}
