package dev.darkroom.svg.raster;

import dev.darkroom.svg.tree.Element;
import dev.darkroom.svg.tree.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The largest and smallest lengths that an SVG names anywhere, whoever they are for. */
final class LengthRange {
    /** Colours and ids may look like very large numbers. */
    private static final Pattern NAME = Pattern.compile("#[\\w-]+");

    private static final Pattern DASH = Pattern.compile("stroke-dasharray\\s*:([^;}!]*)");
    /** Their numbers only say where something else ends. */
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
        AttributeNumbers.in(root.attribute("viewBox")).forEach(extents::seeLength);
        extents.see(root);
        return extents;
    }

    /** No box is wider or higher, transforms left aside. */
    double longest() {
        return Math.max(longest, largestStyled * Math.max(1, characters));
    }

    /** No number of a shape or of a style is larger. */
    double largest() {
        return Math.max(largest, largestStyled);
    }

    /** The sum of the shortest pattern of dashes; very large without any. */
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

    /** How long an element's outline is at most, give or take a factor of four. */
    static double outline(Element element) {
        double sum = outline(element.attribute("d")) + outline(element.attribute("points"));
        for (String name : LENGTHS) {
            sum += outline(element.attribute(name));
        }
        return sum;
    }

    private void seeNumbers(Element element) {
        Stream.concat(LENGTHS.stream(), Stream.of("d", "points"))
                .flatMap(name -> AttributeNumbers.in(element.attribute(name)).stream())
                .forEach(number -> largest = Math.max(largest, Math.abs(number)));
    }

    private static double outline(@Nullable String numbers) {
        return AttributeNumbers.in(numbers).stream().mapToDouble(Math::abs).sum();
    }

    private void see(Element element) {
        seeLength(outline(element));
        if (!SCOPES.contains(element.name()) && !element.name().startsWith("fe")) {
            seeNumbers(element);
        }
        seeDashes(element.attribute("stroke-dasharray"));
        AttributeNumbers.in(element.attribute("font-size")).forEach(this::seeStyled);
        seeCss(element.attribute("style"));
        markers |= element.name().equals("marker");
        for (Node child : element.children()) {
            if (child instanceof Element inner) {
                see(inner);
            } else if (element.name().equals("style")) {
                String css = ((Node.Text) child).text();
                stylesTransform |= css.contains("transform");
                seeCss(css);
            } else {
                characters += ((Node.Text) child).text().length();
            }
        }
    }

    private void seeCss(@Nullable String css) {
        if (css != null) {
            AttributeNumbers.in(NAME.matcher(css).replaceAll("")).forEach(this::seeStyled);
            Matcher dash = DASH.matcher(css);
            while (dash.find()) {
                seeDashes(dash.group(1));
            }
        }
    }

    private void seeDashes(@Nullable String dashes) {
        double sum = outline(dashes);
        if (sum > 0) {
            shortestDash = Math.min(shortestDash, sum);
        }
    }

    private void seeLength(double length) {
        longest = Math.max(longest, Math.abs(length));
    }

    private void seeStyled(double number) {
        largestStyled = Math.max(largestStyled, Math.abs(number));
    }
}
