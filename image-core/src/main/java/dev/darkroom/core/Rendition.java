package dev.darkroom.core;

/**
 * One encoded variant.
 *
 * @param name the variant's name
 * @param size displayed size in pixels
 */
public record Rendition(String name, Format format, Size size, Bytes bytes) {
    /** The media type of the encoded bytes. */
    public String contentType() {
        return format.mediaType();
    }
}
