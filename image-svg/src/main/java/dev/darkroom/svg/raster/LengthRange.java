package dev.darkroom.svg.raster;

import dev.darkroom.svg.tree.Element;
import dev.darkroom.svg.tree.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The largest and smallest lengths anywhere in an SVG, independent of their elements. */
final class LengthRange {
    /** Colours and ids, which may look like very large numbers. */
    private static final Pattern NAME = Pattern.compile("#[\\w-]+");

    private static final Pattern DASH = Pattern.compile("stroke-dasharray\\s*:([^;}!]*)");
    /** Elements whose numbers only define the extent of an effect or a paint. */
    private static final Set<String> SCOPES = Set.of("filter", "mask", "pattern", "linearGradient", "radialGradient");

    private static final List<String> LENGTHS = List.of(
            "x",
            "y",
            "width",
            "height",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "x1",
            "y1",
            "x2",
            "y2",
            "font-size",
            "stroke-width");

    private double longest = 1;
    private double largest = 1;
    private double largestStyled = 16;
    private double shortestDash = Double.MAX_VALUE;
    private long characters;
    private boolean markers;
    private boolean stylesTransform;

    private LengthRange() {}

    static LengthRange of(Element root) {
        LengthRange extents = new LengthRange();
        AttributeNumbers.in(root.attribute("viewBox")).forEach(extents::addLength);
        extents.collect(root);
        return extents;
    }

    /** Upper bound of the width and height of all boxes, without transforms. */
    double longest() {
        return Math.max(longest, largestStyled * Math.max(1, characters));
    }

    /** Upper bound of all numbers of shapes and styles. */
    double largest() {
        return Math.max(largest, largestStyled);
    }

    /** Length of the shortest dash pattern; {@link Double#MAX_VALUE} if there are no dashes. */
    double shortestDash() {
        return shortestDash;
    }

    boolean hasMarkers() {
        return markers;
    }

    /** Whether a style sheet transforms anything. */
    boolean stylesTransform() {
        return stylesTransform;
    }

    /** Upper bound of the outline length of an element, up to a factor of four. */
    static double outline(Element element) {
        double sum = outline(element.attribute("d")) + outline(element.attribute("points"));
        for (String name : LENGTHS) {
            sum += outline(element.attribute(name));
        }
        return sum;
    }

    private void addNumbers(Element element) {
        Stream.concat(LENGTHS.stream(), Stream.of("d", "points"))
                .flatMap(name -> AttributeNumbers.in(element.attribute(name)).stream())
                .forEach(number -> largest = Math.max(largest, Math.abs(number)));
    }

    private static double outline(@Nullable String numbers) {
        return AttributeNumbers.in(numbers).stream().mapToDouble(Math::abs).sum();
    }

    private void collect(Element element) {
        addLength(outline(element));
        if (!SCOPES.contains(element.name()) && !element.name().startsWith("fe")) {
            addNumbers(element);
        }
        addDashes(element.attribute("stroke-dasharray"));
        AttributeNumbers.in(element.attribute("font-size")).forEach(this::addStyled);
        addCss(element.attribute("style"));
        markers |= element.name().equals("marker");
        for (Node child : element.children()) {
            if (child instanceof Element inner) {
                collect(inner);
            } else if (element.name().equals("style")) {
                String css = ((Node.Text) child).text();
                stylesTransform |= css.contains("transform");
                addCss(css);
            } else {
                characters += ((Node.Text) child).text().length();
            }
        }
    }

    private void addCss(@Nullable String css) {
        if (css != null) {
            AttributeNumbers.in(NAME.matcher(css).replaceAll("")).forEach(this::addStyled);
            Matcher dash = DASH.matcher(css);
            while (dash.find()) {
                addDashes(dash.group(1));
            }
        }
    }

    private void addDashes(@Nullable String dashes) {
        double sum = outline(dashes);
        if (sum > 0) {
            shortestDash = Math.min(shortestDash, sum);
        }
    }

    private void addLength(double length) {
        longest = Math.max(longest, Math.abs(length));
    }

    private void addStyled(double number) {
        largestStyled = Math.max(largestStyled, Math.abs(number));
    }
}
