package dev.darkroom.content;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Placeholder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The HTML of a manifest: the candidates of a {@code srcset} and the {@code picture} element (WHATWG HTML, section 4.8). */
final class PictureElement {
    private PictureElement() {}

    static String srcset(Manifest manifest) {
        Comparator<String> order = FormatOrder.ofFallbacks(isTransparent(manifest));
        return srcset(rasters(manifest).stream()
                .sorted(Comparator.comparing(Entry::contentType, order))
                .toList());
    }

    /** Keeps the first entry of each width, because two candidates of the same width are an error. */
    private static String srcset(List<Entry> entries) {
        Map<Integer, Entry> byWidth = new TreeMap<>();
        entries.forEach(entry -> byWidth.putIfAbsent(entry.width(), entry));
        return byWidth.values().stream()
                .map(entry -> candidate(entry.url()) + " " + entry.width() + "w")
                .collect(Collectors.joining(", "));
    }

    /**
     * Escapes a URL for a list of candidates (WHATWG HTML, section 4.8.4.2.1): white space ends a URL, and a comma at either end belongs to
     * the list. URLs of this library have neither, but a manifest from another source may have both.
     */
    private static String candidate(String url) {
        StringBuilder text = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean atEnd = i == 0 || i == url.length() - 1;
            switch (c) {
                case ' ', '\t', '\n', '\f', '\r' -> text.append(String.format("%%%02X", (int) c));
                case ',' -> text.append(atEnd ? "%2C" : ",");
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    /** Sources in the order of {@link FormatOrder}, then the {@code img}. */
    static String of(Manifest manifest, String alt, String sizes) {
        boolean transparent = isTransparent(manifest);
        Map<String, List<Entry>> byType = new TreeMap<>(FormatOrder.ofSources(transparent));
        manifest.variants()
                .forEach(entry -> byType.computeIfAbsent(entry.contentType(), type -> new ArrayList<>())
                        .add(entry));
        StringBuilder html = new StringBuilder("<picture>\n");
        byType.forEach((type, entries) -> {
            html.append("  <source").append(attribute("type", type));
            if (entries.get(0).isSvg()) {
                html.append(attribute("srcset", candidate(entries.get(0).url())));
            } else {
                html.append(attribute("srcset", srcset(entries)));
                html.append(attribute("sizes", sizes));
            }
            html.append(">\n");
        });
        fallback(manifest, transparent)
                .ifPresent(shown -> html.append("  <img")
                        .append(attribute("src", shown.url()))
                        .append(attribute("width", String.valueOf(shown.width())))
                        .append(attribute("height", String.valueOf(shown.height())))
                        .append(attribute("alt", alt))
                        .append(style(manifest))
                        .append(" loading=\"lazy\" decoding=\"async\">\n"));
        return html.append("</picture>\n").toString();
    }

    private static List<Entry> rasters(Manifest manifest) {
        return manifest.variants().stream().filter(entry -> !entry.isSvg()).toList();
    }

    /** The largest variant of the most widely supported format. It is an SVG only if there is no raster variant. */
    private static Optional<Entry> fallback(Manifest manifest, boolean transparent) {
        List<Entry> rasters = rasters(manifest);
        return (rasters.isEmpty() ? manifest.variants() : rasters)
                .stream()
                        .min(Comparator.comparing(Entry::contentType, FormatOrder.ofFallbacks(transparent))
                                .thenComparing(Entry::width, Comparator.reverseOrder()));
    }

    private static boolean isTransparent(Manifest manifest) {
        return manifest.placeholder()
                .filter(placeholder -> !placeholder.opaque())
                .isPresent();
    }

    /** The dominant colour as background. A transparent picture has none, because the colour would stay visible through it. */
    private static String style(Manifest manifest) {
        return manifest.placeholder()
                .filter(Placeholder::opaque)
                .map(placeholder -> attribute("style", "background-color:" + placeholder.dominantHex()))
                .orElse("");
    }

    /** An attribute whose value is quoted and escaped, so that it cannot end the attribute or start an element. */
    private static String attribute(String name, String value) {
        String escaped = value.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return " " + name + "=\"" + escaped + "\"";
    }
}
