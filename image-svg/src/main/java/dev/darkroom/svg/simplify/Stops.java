package dev.darkroom.svg.simplify;

import dev.darkroom.svg.tree.Element;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the stops of gradients: valid offsets in ascending order, and colours that are inherited or the current colour (SVG 2, 14.2.4). */
final class Stops {
    private static final Pattern OFFSET =
            Pattern.compile("([+-]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)(%?)");

    private Stops() {}

    static void resolve(Element root) {
        resolve(root, "black");
    }

    private static void resolve(Element element, String color) {
        String own = element.attributes().getOrDefault("color", color);
        String current = PropertyValues.isForAll(own) ? color : own;
        double least = 0;
        for (Element child : element.elements()) {
            if (child.name().equals("stop")) {
                least = Math.max(least, offset(child.attributes().getOrDefault("offset", "0")));
                child.attributes().put("offset", String.valueOf(least));
                inherit(child, element, "stop-color", "black");
                inherit(child, element, "stop-opacity", "1");
                if ("currentColor".equalsIgnoreCase(child.attribute("stop-color"))) {
                    String ownColor = child.attributes().getOrDefault("color", current);
                    child.attributes().put("stop-color", PropertyValues.isForAll(ownColor) ? current : ownColor);
                }
            }
            resolve(child, current);
        }
    }

    private static void inherit(Element stop, Element gradient, String property, String otherwise) {
        Map<String, String> attributes = stop.attributes();
        String value = attributes.get(property);
        if (value != null && PropertyValues.isForAll(value)) {
            attributes.put(
                    property,
                    value.equalsIgnoreCase("inherit")
                            ? gradient.attributes().getOrDefault(property, otherwise)
                            : otherwise);
        }
    }

    private static double offset(String value) {
        Matcher number = OFFSET.matcher(value.strip());
        if (!number.matches()) {
            return 0;
        }
        double offset = Double.parseDouble(number.group(1)) / (number.group(2).isEmpty() ? 1 : 100);
        return Math.max(0, Math.min(1, offset));
    }
}
