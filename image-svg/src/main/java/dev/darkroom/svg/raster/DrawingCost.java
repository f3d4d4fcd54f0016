package dev.darkroom.svg.raster;

import dev.darkroom.core.Size;
import dev.darkroom.svg.tree.Element;
import dev.darkroom.svg.tree.References;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Upper bounds of the drawing cost of an SVG with all references resolved. The references must not form a cycle. */
final class DrawingCost {
    private static final Pattern LAYER = Pattern.compile(
            "(?:^|;)(?:opacity:(?!1(?:\\.0*)?(?:;|$))|(?:mask|filter|mix-blend-mode|isolation):(?!none|normal|auto))");
    private static final List<String> LAYERING = List.of("mask", "filter", "mix-blend-mode", "isolation");

    private final Element root;
    private final LengthRange extents;
    private final double pixelsPerUnit;
    private final Map<String, Element> byId = new HashMap<>();
    private final Map<Element, Cost> costs = new IdentityHashMap<>();
    private final Cost whole;

    /**
     * @param root root element; must have a viewBox
     */
    DrawingCost(Element root, Size size) {
        this.root = root;
        this.extents = LengthRange.of(root);
        List<Double> box = AttributeNumbers.in(root.attribute("viewBox"));
        this.pixelsPerUnit = Math.max(size.width() / box.get(2), size.height() / box.get(3));
        References.collect(root, byId);
        this.whole = follow(root);
    }

    /**
     * @param layers depth of nested layers
     * @param patterns depth of patterns that are painted with patterns
     * @param enlargement largest product of scale factors on any path to a descendant
     * @param length approximate length of all outlines
     */
    private record Cost(long numbers, int layers, int patterns, double enlargement, double length) {
        static final Cost NOTHING = new Cost(0, 0, 0, 1, 0);

        Cost with(Cost part) {
            return new Cost(
                    numbers + part.numbers,
                    Math.max(layers, part.layers),
                    Math.max(patterns, part.patterns),
                    Math.max(enlargement, part.enlargement),
                    length + part.length);
        }
    }

    long numbers() {
        return whole.numbers();
    }

    int layers() {
        return whole.layers();
    }

    /** Upper bound of the number of dashes, if each outline uses the shortest dash pattern. */
    double dashes() {
        return whole.length() * 4 / extents.shortestDash();
    }

    /** Upper bound of all coordinates and lengths, in pixels. */
    double pixelsAcross() {
        return extents.largest() * scale();
    }

    /** Upper bound of pixels for each user unit, anywhere in the drawing. */
    double scale() {
        return whole.enlargement() * pixelsPerUnit;
    }

    long numbersOf(Element element) {
        return follow(element).numbers();
    }

    /** Depth of patterns that are painted with patterns, including this pattern. */
    int patternDepth(Element pattern) {
        return follow(pattern).patterns();
    }

    /** Upper bound of the pixels of one pattern tile. */
    double tilePixels(Element pattern) {
        if (extents.hasMarkers() || extents.stylesTransform()) {
            return Double.POSITIVE_INFINITY;
        }
        return side(pattern, "width") * scale() * side(pattern, "height") * scale();
    }

    private double side(Element pattern, String name) {
        String value = String.valueOf(pattern.attribute(name));
        List<Double> numbers = AttributeNumbers.in(value);
        double number = numbers.isEmpty() ? 1 : Math.abs(numbers.get(0));
        boolean percent = value.contains("%");
        boolean absolute = "userSpaceOnUse".equals(pattern.attribute("patternUnits")) && !percent && !numbers.isEmpty();
        return absolute ? pixels(value, number) : number / (percent ? 100 : 1) * extents.longest();
    }

    /** Converts a length to pixels. The largest unit counted is an inch (96 pixels). */
    private static double pixels(String length, double number) {
        return length.chars().anyMatch(c -> Character.isLetter(c) && c != 'e' && c != 'E') ? number * 96 : number;
    }

    private Cost follow(Element element) {
        Cost known = costs.get(element);
        if (known != null) {
            return known;
        }
        Cost sum = Cost.NOTHING;
        for (Element child : element.elements()) {
            sum = sum.with(follow(child));
        }
        for (String id : References.targets(element)) {
            Element target = byId.get(id);
            if (target != null) {
                sum = sum.with(follow(target));
            }
        }
        Cost cost = new Cost(
                sum.numbers()
                        + AttributeNumbers.count(element.attribute("d"))
                        + AttributeNumbers.count(element.attribute("points")),
                sum.layers() + (isLayer(element) ? 1 : 0),
                sum.patterns() + (element.name().equals("pattern") ? 1 : 0),
                sum.enlargement() * enlargement(element, sum.patterns() > 0),
                sum.length() + LengthRange.outline(element));
        costs.put(element, cost);
        return cost;
    }

    private static boolean isLayer(Element element) {
        String style = element.attribute("style");
        List<Double> opacity = AttributeNumbers.in(element.attribute("opacity"));
        return LAYERING.stream().anyMatch(element.attributes()::containsKey)
                || !opacity.isEmpty() && opacity.get(0) < 1
                || style != null && LAYER.matcher(style).find();
    }

    /**
     * Scale factor of an element by its transforms and its own viewBox. The viewBox of a pattern scales nested patterns, but not the
     * pattern's own tile.
     */
    private double enlargement(Element element, boolean hasPatterns) {
        double own = AttributeNumbers.enlargement(element.attribute("transform"))
                * AttributeNumbers.enlargement(element.attribute("patternTransform"))
                * AttributeNumbers.enlargement(element.attribute("style"));
        boolean inner = element != root && (hasPatterns || !element.name().equals("pattern"));
        List<Double> box = inner ? AttributeNumbers.in(element.attribute("viewBox")) : List.of();
        return box.size() == 4
                ? own * Math.max(1, extents.longest() / Math.max(1e-6, Math.min(box.get(2), box.get(3))))
                : own;
    }
}
