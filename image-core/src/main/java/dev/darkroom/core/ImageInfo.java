package dev.darkroom.core;

/**
 * What a header says, read in time and memory of the order of the header.
 *
 * @param stored size of the pixels as stored, before orientation
 * @param frames at least 1; more for an animation
 * @param alpha whether any pixel may be other than opaque
 * @param bitDepth bits per channel as stored, 1 to 16
 * @param lossless whether the stored encoding loses nothing (PNG, GIF, WebP lossless)
 * @param progressive a JPEG in several scans of coefficients, or an interlaced PNG or GIF
 */
public record ImageInfo(
        Format format,
        Size stored,
        Orientation orientation,
        int frames,
        boolean alpha,
        ColorModel model,
        ColorEncoding color,
        int bitDepth,
        boolean lossless,
        boolean progressive) {
    /** The size a viewer shows: after orientation. */
    public Size displayed() {
        return orientation.apply(stored);
    }
}
