package dev.darkroom.content;

import dev.darkroom.core.Format;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of formats in a {@code picture} element. A browser takes the first {@code source} whose type it supports (WHATWG HTML, section
 * 4.8.4.3), so formats with smaller files come first. A program that reads only the {@code img} gets the format that most programs can
 * read. Types that are not a {@link Format} come last in both orders.
 */
final class FormatOrder {
    private static final Map<String, Format> BY_TYPE =
            Stream.of(Format.values()).collect(Collectors.toMap(Format::mediaType, Function.identity()));

    private static final Rank UNKNOWN = new Rank(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private FormatOrder() {}

    /** The positions of a format in the two orders; the smaller comes first. */
    private record Rank(int source, int fallback) {}

    /**
     * The order of media types for the sources of a {@code picture} element.
     *
     * @param transparent whether the picture is known to have transparent pixels, which a JPEG loses
     */
    static Comparator<String> ofSources(boolean transparent) {
        return Comparator.<String>comparingInt(type -> rank(type, transparent).source())
                .thenComparing(Comparator.naturalOrder());
    }

    /** The order of media types for the {@code img} of a {@code picture} element, the most widely supported first. */
    static Comparator<String> ofFallbacks(boolean transparent) {
        return Comparator.<String>comparingInt(type -> rank(type, transparent).fallback())
                .thenComparing(Comparator.naturalOrder());
    }

    private static Rank rank(String type, boolean transparent) {
        Format format = BY_TYPE.get(type);
        return format == null ? UNKNOWN : rank(format, transparent);
    }

    /** The switch has no default, so that a new format does not compile before it has its two positions here. */
    private static Rank rank(Format format, boolean transparent) {
        return switch (format) {
            case SVG -> new Rank(0, 5);
            case AVIF -> new Rank(1, 4);
            case WEBP -> new Rank(2, 3);
            case JPEG -> transparent ? new Rank(4, 1) : new Rank(3, 0);
            case PNG -> transparent ? new Rank(3, 0) : new Rank(4, 1);
            case GIF -> new Rank(5, 2);
            case BMP, ICO -> new Rank(6, 6);
            case JPEG_XL, HEIF, JPEG_2000, TIFF -> new Rank(7, 7);
            case PSD, PDF, ZIP, GZIP, HTML, XML, WINDOWS_EXECUTABLE, ELF_EXECUTABLE, SCRIPT -> new Rank(8, 8);
        };
    }
}
