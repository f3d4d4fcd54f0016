package dev.darkroom.content;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Placeholder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a page needs to show a content. Immutable; thread-safe.
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
            String name, String key, String url, int width, int height, long bytes, String contentType, String sha256) {
        Entry at(String otherUrl) {
            return new Entry(name, key, otherUrl, width, height, bytes, contentType, sha256);
        }

        boolean isSvg() {
            return contentType.equals("image/svg+xml");
        }
    }

    /**
     * As JSON on one line: {@code version}, {@code variants} (each with {@code name}, {@code key}, {@code url}, {@code width},
     * {@code height}, {@code bytes}, {@code contentType}, {@code sha256}), {@code srcset}, {@code placeholder} (null, or
     * {@code thumbHash} in Base64 and {@code dominantColor} as {@code "#rrggbb"}).
     */
    public Bytes json() {
        return ManifestJson.write(this);
    }

    /**
     * Reads {@link #json}, of which nothing is trusted but what it says.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed}: more than 64 KiB or 64 variants, or no manifest at all
     */
    public static Manifest parse(Bytes json) throws ImageException {
        return ManifestJson.read(ManifestJson.object(json));
    }

    /** The same with every URL made of its key. */
    Manifest at(UnaryOperator<String> urls) {
        List<Entry> located = variants.stream()
                .map(entry -> entry.at(urls.apply(entry.key())))
                .toList();
        return new Manifest(version, located, placeholder);
    }

    /**
     * For the {@code srcset} of an {@code img}: one raster variant of every width, the narrowest first. Of two with one width it has the
     * more widely readable: an {@code img} cannot choose by type.
     */
    public String srcset() {
        return PictureElement.srcset(this);
    }

    /**
     * A {@code picture} element, ready for a page. Its sources are in the order a browser should try them: SVG, AVIF, WebP, then JPEG, PNG
     * and the rest; of a transparent picture, PNG before JPEG. The {@code img} is the largest variant of the most widely readable raster
     * format: JPEG (of a transparent picture PNG) if there is one, AVIF or WebP only if there is no JPEG, PNG or GIF. It has that
     * variant's size and, behind an opaque picture, the dominant colour until the picture is there.
     *
     * @param alt what the picture shows, in words
     * @param sizes the width it is shown at, as the {@code sizes} attribute has it, such as {@code "100vw"} or
     *     {@code "(min-width: 60em) 800px, 100vw"}
     */
    public String picture(String alt, String sizes) {
        return PictureElement.of(this, alt, sizes);
    }
}
