package dev.darkroom.svg.simplify;

import dev.darkroom.svg.tree.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives markers to the shapes that inherit them, and gives each marker without a viewBox the one that changes nothing: jsvg does not inherit
 * markers, and scales such a marker wrongly.
 */
final class Markers {
    private static final List<String> PROPERTIES = List.of("marker-start", "marker-mid", "marker-end");
    private static final Set<String> SHAPES =
            Set.of("path", "line", "polyline", "polygon", "rect", "circle", "ellipse");
    private static final String DEFAULT = "3";

    private Markers() {}

    static void resolve(Element root) {
        resolve(root, Map.of());
    }

    private static void resolve(Element element, Map<String, String> inherited) {
        Map<String, String> attributes = element.attributes();
        Map<String, String> values = new HashMap<>(element.name().equals("marker") ? Map.of() : inherited);
        for (String property : PROPERTIES) {
            String own = SHAPES.contains(element.name()) ? attributes.get(property) : attributes.remove(property);
            if (own != null && !PropertyValues.isForAll(own)) {
                values.put(property, own);
            }
            if (SHAPES.contains(element.name()) && values.containsKey(property)) {
                attributes.put(property, values.get(property));
            }
        }
        if (element.name().equals("marker") && !attributes.containsKey("viewBox")) {
            String width = attributes.getOrDefault("markerWidth", DEFAULT);
            String height = attributes.getOrDefault("markerHeight", DEFAULT);
            if (isPositive(width) && isPositive(height)) {
                attributes.put("viewBox", "0 0 " + width + " " + height);
            }
        }
        element.elements().forEach(child -> resolve(child, values));
    }

    private static boolean isPositive(String length) {
        try {
            return Double.parseDouble(length) > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
