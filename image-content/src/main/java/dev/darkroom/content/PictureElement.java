package dev.darkroom.content;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Placeholder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A manifest in HTML: the candidates of a {@code srcset} and the element around them (WHATWG HTML, section 4.8). */
final class PictureElement {
    private PictureElement() {}

    static String srcset(Manifest manifest) {
        return srcset(rasters(manifest));
    }

    /** Two candidates of one width would be an error: the first variant of each has it. */
    private static String srcset(List<Entry> entries) {
        Map<Integer, Entry> byWidth = new TreeMap<>();
        entries.forEach(entry -> byWidth.putIfAbsent(entry.width(), entry));
        return byWidth.values().stream()
                .map(entry -> entry.url() + " " + entry.width() + "w")
                .collect(Collectors.joining(", "));
    }

    /** Sources in the order a browser should try them; the last is the {@code img}'s own. */
    static String of(Manifest manifest, String alt, String sizes) {
        List<Entry> rasters = rasters(manifest);
        StringBuilder html = new StringBuilder("<picture>\n");
        for (Entry svg : manifest.variants().stream().filter(Entry::isSvg).toList()) {
            html.append("  <source").append(attribute("type", svg.contentType()));
            html.append(attribute("srcset", svg.url())).append(">\n");
        }
        Map<String, List<Entry>> byType =
                rasters.stream().collect(Collectors.groupingBy(Entry::contentType, TreeMap::new, Collectors.toList()));
        byType.forEach((type, entries) -> {
            html.append("  <source").append(attribute("type", type));
            html.append(attribute("srcset", srcset(entries)));
            html.append(attribute("sizes", sizes)).append(">\n");
        });
        largest(rasters.isEmpty() ? manifest.variants() : rasters)
                .forEach(shown -> html.append("  <img")
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

    private static List<Entry> largest(List<Entry> entries) {
        return entries.stream().max(Comparator.comparingInt(Entry::width)).stream()
                .toList();
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
