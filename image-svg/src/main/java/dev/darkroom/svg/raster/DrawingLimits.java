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
 * Takes out of a sanitized SVG what would make drawing it take unbounded time or memory, where the picture stays a picture without it:
 * costly filters, dashes beyond count, tiles larger than the picture, gradients of countless colours. Refuses what remains too much.
 */
final class DrawingLimits {
    /** Layers inside of layers: groups with an opacity, masks, filters, soft clips. */
    static final int LAYERS = 8;
    /** A pattern's tile, in pixels; and how many may be held at once. */
    static final long TILE_PIXELS = 2_000_000;

    static final int TILES = 3;

    private static final long NUMBERS = 1_000_000;
    private static final long NUMBERS_OF_SHAPE = 150_000;
    private static final long NUMBERS_OF_CLIP = 3_000;
    /** Beyond, Java2D cuts curves that it does not show into millions of lines. */
    private static final long PIXELS_ACROSS = 10_000_000;

    private static final int STOPS = 256;
    private static final double STEPS = 2_000;
    private static final double DASHES = 50_000;
    /** In pixels: jsvg counts up to what it blurs by. */
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

    private final DrawingCost reach;

    private DrawingLimits(DrawingCost reach) {
        this.reach = reach;
    }

    static void apply(Element root, SvgHeader header, Size size) throws ImageException {
        require("numbers that this SVG draws with", AttributeNumbers.within(root), NUMBERS);
        fit(root, header, size);
        DrawingCost reach = new DrawingCost(root, size);
        require("numbers that this SVG draws with", reach.numbers(), NUMBERS);
        require("layers inside of layers of this SVG", reach.layers(), LAYERS);
        require("pixels that a number of this SVG stands for", (long) reach.pixelsAcross(), PIXELS_ACROSS);
        DrawingLimits bounds = new DrawingLimits(reach);
        bounds.tame(root);
        if (reach.dashes() > DASHES) {
            bounds.undash(root);
        }
    }

    /** Makes the picture fill the raster, as a viewer of its own size would. */
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

    private void tame(Element element) throws ImageException {
        require("numbers of one shape of this SVG", shapeNumbers(element), NUMBERS_OF_SHAPE);
        element.children().removeIf(child -> child instanceof Element inner && isCostlyFilter(inner));
        if (element.name().equals("pattern") && isTooLarge(element)) {
            makeInvisible(element);
        }
        if (element.name().endsWith("Gradient")) {
            keepFirst(element, STOPS);
        }
        if (element.name().equals("clipPath")) {
            require("numbers of a clip path of this SVG", reach.numbersOf(element), NUMBERS_OF_CLIP);
        }
        // Not allowed by SVG, and not expected by Java2D.
        element.attributes()
                .computeIfPresent("stroke-dasharray", (name, dashes) -> dashes.contains("-") ? null : dashes);
        element.attributes().computeIfPresent("d", (name, data) -> PathData.valid(data));
        if (element.name().equals("stop")) {
            element.attributes().computeIfPresent("offset", (name, value) -> offset(value));
        }
        if (element.name().startsWith("fe")) {
            element.attributes().computeIfPresent("stdDeviation", (name, value) -> deviation(value));
            element.attributes().computeIfPresent("dx", (name, value) -> within(OFFSET / reach.scale(), value));
            element.attributes().computeIfPresent("dy", (name, value) -> within(OFFSET / reach.scale(), value));
        }
        for (Element child : element.elements()) {
            tame(child);
        }
    }

    /** What refers to a filter that is not there is drawn without one. */
    private static boolean isCostlyFilter(Element element) {
        return element.name().equals("filter")
                && (element.elements().size() > PRIMITIVES
                        || "objectBoundingBox".equals(element.attribute("primitiveUnits"))
                        || element.elements().stream().anyMatch(primitive -> !CHEAP.contains(primitive.name())));
    }

    private boolean isTooLarge(Element pattern) {
        return reach.tilePixels(pattern) > TILE_PIXELS || reach.patternDepth(pattern) > TILES;
    }

    /** A tile without a size paints nothing, where a pattern that is missing would paint black. */
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

    /** A negative one means no blur, and jsvg would never come to an end of it. */
    private String deviation(String numbers) {
        List<Double> found = AttributeNumbers.in(numbers);
        boolean blurs = !found.isEmpty() && found.stream().allMatch(number -> number >= 0);
        return blurs ? within(BLUR / reach.scale(), numbers) : "0";
    }

    private static String within(double limit, String numbers) {
        List<Double> found = AttributeNumbers.in(numbers);
        boolean within = !found.isEmpty() && found.stream().allMatch(number -> number >= -limit && number <= limit);
        return within ? numbers : String.valueOf(limit);
    }

    /** Colours that are all but at one place make Java2D allocate by the inverse of their distance. */
    private static String offset(String value) {
        List<Double> numbers = AttributeNumbers.in(value);
        double offset = numbers.isEmpty() ? 0 : numbers.get(0) / (value.contains("%") ? 100 : 1);
        return String.valueOf(Math.round(Math.max(0, Math.min(1, offset)) * STEPS) / STEPS);
    }

    private void undash(Element element) {
        element.attributes().remove("stroke-dasharray");
        element.attributes()
                .computeIfPresent("style", (name, style) -> DASH.matcher(style).replaceAll("stroke-dasharray:none"));
        for (int i = 0; i < element.children().size(); i++) {
            if (element.children().get(i) instanceof Element child) {
                undash(child);
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
