package dev.darkroom.core;

/** The channels a picture stores, alpha aside. */
public enum ColorModel {
    GRAY,
    /** RGB, or YCbCr made from it. */
    RGB,
    PALETTE,
    CMYK,
    /** CMYK with its first three inks stored as YCbCr (Adobe's JPEG transform 2). */
    YCCK
}
