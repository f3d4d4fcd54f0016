package dev.darkroom.core;

/** The colour channels that a picture stores, without alpha. */
public enum ColorModel {
    GRAY,
    /** RGB, or YCbCr derived from RGB. */
    RGB,
    PALETTE,
    CMYK,
    /** CMYK whose first three inks are stored as YCbCr (transform 2 of the Adobe JPEG marker). */
    YCCK
}
