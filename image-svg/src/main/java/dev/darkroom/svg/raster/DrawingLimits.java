package dev.darkroom.svg.raster;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.svg.SvgHeader;
import dev.darkroom.svg.tree.Element;
import dev.darkroom.svg.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Limits the time and memory to draw a sanitized SVG. It removes parts that are too costly and that the picture can do without: costly
 * filters, too many dashes, too large pattern tiles, and gradients with too many colours. It rejects the SVG if the rest still exceeds a
 * limit.
 */
final class DrawingLimits {
    /** Limit of nested layers: groups with an opacity, masks, filters, soft clips. */
    static final int LAYERS = 8;
    /** Limit of a pattern tile in pixels. {@link #TILES} limits how many tiles are held at once. */
    static final long TILE_PIXELS = 2_000_000;

    static final int TILES = 3;

    private static final long NUMBERS = 1_000_000;
    private static final long NUMBERS_OF_SHAPE = 150_000;
    private static final long NUMBERS_OF_CLIP = 3_000;
    /** Above this limit, Java2D splits curves outside the visible area into millions of lines. */
    private static final long PIXELS_ACROSS = 10_000_000;

    private static final int STOPS = 256;
    private static final double STEPS = 2_000;
    private static final double DASHES = 50_000;
    /** Limit of a blur in pixels. The time that jsvg takes grows with the blur. */
    private static final double BLUR = 200;

    private static final double OFFSET = 10_000;
    static final int PRIMITIVES = 12;
    private static final Set<String> CHEAP = Set.of(
            "feBlend",
            "feColorMatrix",
            "feComponentTransfer",
            "feComposite",
            "feDropShadow",
            "feFlood",
            "feFuncA",
            "feFuncB",
            "feFuncG",
            "feFuncR",
            "feGaussianBlur",
            "feMerge",
            "feMergeNode",
            "feOffset");

    private static final Pattern DASH = Pattern.compile("stroke-dasharray\\s*:\\s*[^;}]*");

    private final DrawingCost cost;

    private DrawingLimits(DrawingCost cost) {
        this.cost = cost;
    }

    static void apply(Element root, SvgHeader header, Size size) throws ImageException {
        require("path and point numbers of this SVG", AttributeNumbers.within(root), NUMBERS);
        fit(root, header, size);
        DrawingCost cost = new DrawingCost(root, size);
        require("path and point numbers of this SVG", cost.numbers(), NUMBERS);
        require("nested layers of this SVG", cost.layers(), LAYERS);
        require("pixels of the largest length in this SVG", (long) cost.pixelsAcross(), PIXELS_ACROSS);
        DrawingLimits limits = new DrawingLimits(cost);
        limits.limit(root);
        if (cost.dashes() > DASHES) {
            limits.removeDashes(root);
        }
    }

    /** Scales the picture to fill the raster, like a viewport of the same size. */
    private static void fit(Element root, SvgHeader header, Size size) {
        Map<String, String> attributes = root.attributes();
        List<Double> box = AttributeNumbers.in(attributes.get("viewBox"));
        if (box.size() != 4
                || !(box.get(2) > 0)
                || !(box.get(3) > 0)
                || box.stream().anyMatch(n -> n.isInfinite())) {
            attributes.put("viewBox", "0 0 " + header.width() + " " + header.height());
        }
        attributes.put("width", String.valueOf(size.width()));
        attributes.put("height", String.valueOf(size.height()));
        attributes.remove("x");
        attributes.remove("y");
    }

    private void limit(Element element) throws ImageException {
        require("numbers of one shape of this SVG", shapeNumbers(element), NUMBERS_OF_SHAPE);
        element.children().removeIf(child -> child instanceof Element inner && isCostlyFilter(inner));
        if (element.name().equals("pattern") && isTooLarge(element)) {
            makeInvisible(element);
        }
        if (element.name().endsWith("Gradient")) {
            keepFirst(element, STOPS);
        }
        if (element.name().equals("clipPath")) {
            require("numbers of a clip path of this SVG", cost.numbersOf(element), NUMBERS_OF_CLIP);
        }
        // SVG does not allow negative dashes, and Java2D does not expect them.
        element.attributes()
                .computeIfPresent("stroke-dasharray", (name, dashes) -> dashes.contains("-") ? null : dashes);
        element.attributes().computeIfPresent("d", (name, data) -> PathData.valid(data));
        if (element.name().equals("stop")) {
            element.attributes().computeIfPresent("offset", (name, value) -> offset(value));
        }
        if (element.name().startsWith("fe")) {
            element.attributes().computeIfPresent("stdDeviation", (name, value) -> deviation(value));
            element.attributes().computeIfPresent("dx", (name, value) -> within(OFFSET / cost.scale(), value));
            element.attributes().computeIfPresent("dy", (name, value) -> within(OFFSET / cost.scale(), value));
        }
        for (Element child : element.elements()) {
            limit(child);
        }
    }

    /** Whether a filter is too costly. An element that refers to a removed filter is drawn without the filter. */
    private static boolean isCostlyFilter(Element element) {
        return element.name().equals("filter")
                && (element.elements().size() > PRIMITIVES
                        || "objectBoundingBox".equals(element.attribute("primitiveUnits"))
                        || element.elements().stream().anyMatch(primitive -> !CHEAP.contains(primitive.name())));
    }

    private boolean isTooLarge(Element pattern) {
        return cost.tilePixels(pattern) > TILE_PIXELS || cost.patternDepth(pattern) > TILES;
    }

    /** Makes the tile size zero. Such a pattern paints nothing, whereas a missing pattern would paint black. */
    private static void makeInvisible(Element pattern) {
        pattern.children().clear();
        pattern.attributes().keySet().retainAll(Set.of("id"));
        pattern.attributes().put("width", "0");
        pattern.attributes().put("height", "0");
    }

    private static void keepFirst(Element element, int count) {
        List<Node> children = element.children();
        if (children.size() > count) {
            children.subList(count, children.size()).clear();
        }
    }

    /** Limits a standard deviation. A negative value means no blur, but jsvg would not terminate with it. */
    private String deviation(String numbers) {
        List<Double> found = AttributeNumbers.in(numbers);
        boolean blurs = !found.isEmpty() && found.stream().allMatch(number -> number >= 0);
        return blurs ? within(BLUR / cost.scale(), numbers) : "0";
    }

    private static String within(double limit, String numbers) {
        List<Double> found = AttributeNumbers.in(numbers);
        boolean within = !found.isEmpty() && found.stream().allMatch(number -> number >= -limit && number <= limit);
        return within ? numbers : String.valueOf(limit);
    }

    /** Rounds a gradient offset. If two stops are very close, Java2D allocates memory in inverse proportion to their distance. */
    private static String offset(String value) {
        List<Double> numbers = AttributeNumbers.in(value);
        double offset = numbers.isEmpty() ? 0 : numbers.get(0) / (value.contains("%") ? 100 : 1);
        return String.valueOf(Math.round(Math.max(0, Math.min(1, offset)) * STEPS) / STEPS);
    }

    private void removeDashes(Element element) {
        element.attributes().remove("stroke-dasharray");
        element.attributes()
                .computeIfPresent("style", (name, style) -> DASH.matcher(style).replaceAll("stroke-dasharray:none"));
        for (int i = 0; i < element.children().size(); i++) {
            if (element.children().get(i) instanceof Element child) {
                removeDashes(child);
            } else if (element.name().equals("style")) {
                String css = ((Node.Text) element.children().get(i)).text();
                element.children().set(i, new Node.Text(DASH.matcher(css).replaceAll("stroke-dasharray:none")));
            }
        }
    }

    private static long shapeNumbers(Element element) {
        return AttributeNumbers.count(element.attribute("d")) + AttributeNumbers.count(element.attribute("points"));
    }

    private static void require(String what, long actual, long allowed) throws ImageException {
        if (actual > allowed) {
            throw ImageException.overLimit(Failure.OverLimit.Kind.COMPLEXITY, what, actual, allowed);
        }
    }
}
