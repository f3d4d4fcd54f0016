package dev.darkroom.svg.simplify;

import dev.darkroom.svg.tree.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces each switch by its first child that is for the language of the renderer (SVG 2, 5.7), and drops elements for other languages. */
final class Switches {
    private static final String LANGUAGE = "en";
    /** Elements that are not drawn where they are. The language has no effect on them. */
    private static final Set<String> RESOURCES = Set.of(
            "clipPath",
            "defs",
            "filter",
            "linearGradient",
            "marker",
            "mask",
            "pattern",
            "radialGradient",
            "stop",
            "style",
            "symbol");

    private Switches() {}

    static void resolve(Element element) {
        for (int i = 0; i < element.children().size(); i++) {
            if (element.children().get(i) instanceof Element child) {
                if (child.name().equals("switch")) {
                    child = chosen(child);
                    element.children().set(i, child);
                } else if (!RESOURCES.contains(child.name()) && !isForLanguage(child.attribute("systemLanguage"))) {
                    element.children().remove(i--);
                    continue;
                }
                resolve(child);
            }
        }
    }

    /** A group with the attributes of the switch and with the chosen child only. */
    private static Element chosen(Element choice) {
        Element group = new Element("g");
        for (Map.Entry<String, String> attribute : choice.attributes().entrySet()) {
            group.attributes().put(attribute.getKey(), attribute.getValue());
        }
        for (Element child : choice.elements()) {
            if (isForLanguage(child.attribute("systemLanguage"))) {
                child.attributes().remove("systemLanguage");
                group.children().add(child);
                break;
            }
        }
        return group;
    }

    private static boolean isForLanguage(@Nullable String languages) {
        return languages == null
                || List.of(languages.split(",")).stream()
                        .map(language -> language.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(language -> language.equals(LANGUAGE) || language.startsWith(LANGUAGE + "-"));
    }
}
