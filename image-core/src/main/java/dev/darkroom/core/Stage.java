package dev.darkroom.core;

/** The stages of a job, in order. */
public enum Stage {
    /** Read the source up to the byte limit. */
    ADMIT,
    /** Detect the format by its signature and read the header. */
    IDENTIFY,
    /** Check the limits, plan the sizes and reserve memory. */
    PLAN,
    /** Decode the picture once. */
    DECODE,
    /** Resize, convert colours, orient, encode and rewrite. */
    RENDER,
    /** Run the publishers. */
    DELIVER,
    /** Run the notifiers, also after a failure. */
    NOTIFY
}
