package dev.darkroom.core;

/**
 * The properties of a picture, read from its header. Reading them takes time and memory proportional to the header.
 *
 * @param stored size of the stored pixels, before orientation
 * @param frames number of frames, at least 1; more for an animation
 * @param alpha whether a pixel can be non-opaque
 * @param bitDepth bits per channel as stored, 1 to 16
 * @param lossless whether the stored encoding is lossless (PNG, GIF, lossless WebP)
 * @param progressive whether the file is a JPEG with several coefficient scans, or an interlaced PNG or GIF
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
    /** The displayed size: the stored size after orientation. */
    public Size displayed() {
        return orientation.apply(stored);
    }
}
