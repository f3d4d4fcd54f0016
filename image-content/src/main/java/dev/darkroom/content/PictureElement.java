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

/** A manifest in HTML: the candidates of a {@code srcset} and the element around them (WHATWG HTML, section 4.8). */
final class PictureElement {
    private PictureElement() {}

    static String srcset(Manifest manifest) {
        Comparator<String> order = FormatOrder.ofFallbacks(isTransparent(manifest));
        return srcset(rasters(manifest).stream()
                .sorted(Comparator.comparing(Entry::contentType, order))
                .toList());
    }

    /** Two candidates of one width would be an error: the first entry of each has it. */
    private static String srcset(List<Entry> entries) {
        Map<Integer, Entry> byWidth = new TreeMap<>();
        entries.forEach(entry -> byWidth.putIfAbsent(entry.width(), entry));
        return byWidth.values().stream()
                .map(entry -> candidate(entry.url()) + " " + entry.width() + "w")
                .collect(Collectors.joining(", "));
    }

    /**
     * A URL that a list of candidates can hold (WHATWG HTML, section 4.8.4.2.1): white space ends a URL, and a comma at either end belongs
     * to the list. URLs of this library have neither, those of a manifest that somebody else made may.
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

    /** The largest of the most widely readable format. An SVG is one only where there is nothing else. */
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

    /** The colour would show through a transparent picture for good. */
    private static String style(Manifest manifest) {
        return manifest.placeholder()
                .filter(Placeholder::opaque)
                .map(placeholder -> attribute("style", "background-color:" + placeholder.dominantHex()))
                .orElse("");
    }

    /** Quoted, so that no value can end the attribute or begin an element. */
    private static String attribute(String name, String value) {
        String escaped = value.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return " " + name + "=\"" + escaped + "\"";
    }
}
