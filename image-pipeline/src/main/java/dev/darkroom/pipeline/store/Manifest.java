package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Placeholder;
import java.util.List;
import java.util.Optional;

/**
 * What a page needs to show a content.
 *
 * @param version names this upload among all of the content's; opaque
 * @param variants in the order of the pipeline's
 */
public record Manifest(String version, List<Entry> variants, Optional<Placeholder> placeholder) {
    public Manifest {
        variants = List.copyOf(variants);
    }

    /**
     * One variant.
     *
     * @param key where it lies in the store
     * @param url where a browser finds it
     * @param width of the displayed picture in pixels
     * @param height of the displayed picture in pixels
     * @param bytes length of the file
     * @param contentType a media type, such as {@code "image/webp"}
     * @param sha256 of the file, in lower-case hex
     */
    public record Entry(
            String name,
            String key,
            String url,
            int width,
            int height,
            long bytes,
            String contentType,
            String sha256) {}

    /**
     * As JSON on one line: {@code version}, {@code variants} (each with {@code name}, {@code key}, {@code url}, {@code width},
     * {@code height}, {@code bytes}, {@code contentType}, {@code sha256}), {@code srcset}, {@code placeholder} with {@code thumbHash} in
     * Base64 and {@code dominantColor} as {@code "#rrggbb"}, or null.
     */
    public Bytes json() {
        throw new UnsupportedOperationException();
    }

    /** For the {@code srcset} of an {@code img}: one raster variant of every width, the narrowest first. */
    public String srcset() {
        throw new UnsupportedOperationException();
    }

    /**
     * A {@code picture} element, ready for a page, with the size of the largest variant and the dominant colour behind it until it is
     * there. An SVG comes first, the raster variants after it.
     *
     * @param alt what the picture shows, in words
     * @param sizes the width it is shown at, as the {@code sizes} attribute has it, such as {@code "100vw"} or
     *     {@code "(min-width: 60em) 800px, 100vw"}
     */
    public String picture(String alt, String sizes) {
        throw new UnsupportedOperationException();
    }
}
