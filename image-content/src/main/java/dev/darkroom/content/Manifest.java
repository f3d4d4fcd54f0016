package dev.darkroom.content;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Placeholder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The manifest of a content: all that a page needs to show it. Immutable and thread-safe.
 *
 * @param version opaque, unique among the uploads of the content
 * @param variants in the order of the pipeline's variants
 * @param placeholder empty if the pipeline made none
 */
public record Manifest(String version, List<Entry> variants, Optional<Placeholder> placeholder) {
    public Manifest {
        variants = List.copyOf(variants);
    }

    /**
     * One variant.
     *
     * @param name name of the variant
     * @param key its key in the store
     * @param url its URL for browsers
     * @param width of the displayed picture in pixels
     * @param height of the displayed picture in pixels
     * @param bytes length of the file
     * @param contentType a media type, such as {@code "image/webp"}
     * @param sha256 of the file, in lower-case hex
     */
    public record Entry(
            String name, String key, String url, int width, int height, long bytes, String contentType, String sha256) {
        Entry at(String otherUrl) {
            return new Entry(name, key, otherUrl, width, height, bytes, contentType, sha256);
        }

        boolean isSvg() {
            return contentType.equals("image/svg+xml");
        }
    }

    /**
     * The manifest as JSON on one line: {@code version}, {@code variants} (each with {@code name}, {@code key}, {@code url}, {@code width},
     * {@code height}, {@code bytes}, {@code contentType}, {@code sha256}), {@code srcset}, {@code placeholder} (null, or {@code thumbHash}
     * in Base64 and {@code dominantColor} as {@code "#rrggbb"}).
     */
    public Bytes json() {
        return ManifestJson.write(this);
    }

    /**
     * Reads the JSON of {@link #json}. The input may be untrusted.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed}: more than 64 KiB or 64 variants, or not a manifest
     */
    public static Manifest parse(Bytes json) throws ImageException {
        return ManifestJson.read(ManifestJson.object(json));
    }

    /** Returns a copy in which every URL is derived from its key. */
    Manifest at(UnaryOperator<String> urls) {
        List<Entry> located = variants.stream()
                .map(entry -> entry.at(urls.apply(entry.key())))
                .toList();
        return new Manifest(version, located, placeholder);
    }

    /**
     * The {@code srcset} of an {@code img}: one raster variant of each width, the narrowest first. Of two variants with the same width, it
     * has the more widely supported format, because an {@code img} cannot choose by type.
     */
    public String srcset() {
        return PictureElement.srcset(this);
    }

    /**
     * A {@code picture} element for a page. Its sources are in the order in which a browser should try them: SVG, AVIF, WebP, then JPEG,
     * PNG and the rest; for a transparent picture, PNG before JPEG. The {@code img} is the largest variant of the most widely supported
     * raster format: JPEG (PNG for a transparent picture) if there is one, AVIF or WebP only if there is no JPEG, PNG or GIF. The
     * {@code img} has the size of that variant. Behind an opaque picture it has the dominant colour until the picture is loaded.
     *
     * @param alt text that describes the picture
     * @param sizes width at which the picture is shown, as in the {@code sizes} attribute, such as {@code "100vw"} or
     *     {@code "(min-width: 60em) 800px, 100vw"}
     */
    public String picture(String alt, String sizes) {
        return PictureElement.of(this, alt, sizes);
    }
}
