package dev.darkroom.svg.simplify;

import dev.darkroom.core.ImageException;
import dev.darkroom.svg.tree.Element;
import java.util.Map;
import java.util.Set;

/** Copies what a pattern takes over from the pattern that it refers to: attributes that it lacks, and the content if it has none (SVG 2, 14.3). */
final class PatternTemplates {
    private static final Set<String> NOT_TAKEN_OVER = Set.of("id", "href", "xlink:href");
    private static final int MOST_REFERENCES = 32;

    private PatternTemplates() {}

    static void resolve(Element element, Map<String, Element> byId, Copies copies) throws ImageException {
        if (element.name().equals("pattern") && element.reference() != null) {
            Element at = element;
            for (int i = 0; i < MOST_REFERENCES && at != null && at.reference() != null; i++) {
                Element template = byId.get(String.valueOf(at.reference()).replaceFirst("^#", ""));
                if (template == null || !template.name().equals("pattern")) {
                    break;
                }
                template.attributes().forEach((name, value) -> {
                    if (!NOT_TAKEN_OVER.contains(name)) {
                        element.attributes().putIfAbsent(name, value);
                    }
                });
                if (element.elements().isEmpty()) {
                    element.children().addAll(copies.ofChildren(template));
                }
                at = template;
            }
            element.attributes().keySet().removeAll(Set.of("href", "xlink:href"));
        }
        for (Element child : element.elements()) {
            resolve(child, byId, copies);
        }
    }
}
