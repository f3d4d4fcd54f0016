package dev.darkroom.svg.simplify;

import dev.darkroom.core.ImageException;
import dev.darkroom.svg.css.CssColor;
import dev.darkroom.svg.tree.Element;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Resolves colours to {@code #rrggbb} with the alpha in the opacity, and a reference to a missing paint server, or to a gradient without
 * stops, to its fallback (SVG 2, 13.2).
 */
final class Paints {
    private static final Set<String> SERVERS = Set.of("linearGradient", "radialGradient", "pattern");
    private static final Map<String, String> NOT_INHERITED = Map.of(
            "stop-color", "stop-opacity",
            "flood-color", "flood-opacity");

    private static final int MOST_REFERENCES = 32;

    private final Map<String, Element> byId;
    private final Map<Element, Boolean> painting = new IdentityHashMap<>();

    /** Inherited values of an element. */
    private record Inherited(Paint fill, Paint stroke) {}

    /**
     * @param alpha alpha of the colour
     * @param opacity value of the opacity property
     */
    private record Paint(double alpha, double opacity) {
        static final Paint OPAQUE = new Paint(1, 1);
    }

    private Paints(Map<String, Element> byId) {
        this.byId = byId;
    }

    static void resolve(Element root, Map<String, Element> byId) throws ImageException {
        new Paints(byId).resolve(root, new Inherited(Paint.OPAQUE, Paint.OPAQUE));
    }

    private void resolve(Element element, Inherited inherited) throws ImageException {
        color(element.attribute("color"))
                .ifPresent(found -> element.attributes().put("color", found.hex()));
        Paint fill = paint(element, "fill", inherited.fill);
        Paint stroke = paint(element, "stroke", inherited.stroke);
        for (Map.Entry<String, String> property : NOT_INHERITED.entrySet()) {
            Optional<CssColor> found = color(element.attribute(property.getKey()));
            if (found.isPresent()) {
                element.attributes().put(property.getKey(), found.get().hex());
                String opacity = element.attribute(property.getValue());
                double share = opacity == null ? 1 : PropertyValues.share(opacity);
                element.attributes()
                        .put(property.getValue(), number(share * found.get().alpha()));
            }
        }
        color(element.attribute("lighting-color"))
                .ifPresent(found -> element.attributes().put("lighting-color", found.hex()));
        for (Element child : element.elements()) {
            resolve(child, new Inherited(fill, stroke));
        }
    }

    private Paint paint(Element element, String property, Paint inherited) throws ImageException {
        String opacityName = property + "-opacity";
        String value = element.attribute(property);
        String opacityValue = element.attribute(opacityName);
        double opacity = opacityValue == null || PropertyValues.isForAll(opacityValue)
                ? inherited.opacity
                : PropertyValues.share(opacityValue);
        double alpha = inherited.alpha;
        if (value != null && PropertyValues.isForAll(value)) {
            element.attributes().remove(property);
            value = null;
        }
        if (value != null) {
            String plain = withoutMissing(value);
            Optional<CssColor> color = color(plain);
            element.attributes().put(property, color.isPresent() ? color.get().hex() : plain);
            alpha = color.isPresent() ? color.get().alpha() : 1;
        }
        Paint paint = new Paint(alpha, opacity);
        boolean differs = alpha * opacity != inherited.alpha * inherited.opacity;
        if (differs || opacityValue != null) {
            element.attributes().put(opacityName, number(alpha * opacity));
        }
        return paint;
    }

    /** Replaces a reference to something that is no paint server by its fallback. */
    private String withoutMissing(String value) {
        Matcher reference = PropertyValues.REFERENCE.matcher(value.strip());
        if (!reference.matches()) {
            return value;
        }
        Element target = byId.get(reference.group(1));
        boolean serves =
                target != null && SERVERS.contains(target.name()) && painting.computeIfAbsent(target, this::paints);
        String fallback = reference.group(2).strip();
        if (serves) {
            return "url(#" + reference.group(1) + ")";
        }
        return fallback.isEmpty() ? "none" : fallback;
    }

    /** Whether a pattern or gradient paints anything. The stops of a gradient may be those of the gradient that it refers to. */
    private boolean paints(Element server) {
        Element at = server;
        for (int i = 0; at != null && i < MOST_REFERENCES; i++) {
            if (at.name().equals("pattern")
                    || at.elements().stream().anyMatch(child -> child.name().equals("stop"))) {
                return true;
            }
            String reference = at.reference();
            Element next = reference == null ? null : byId.get(reference.replaceFirst("^#", ""));
            at = next != null && SERVERS.contains(next.name()) ? next : null;
        }
        return false;
    }

    private static Optional<CssColor> color(@Nullable String value) throws ImageException {
        return value == null ? Optional.empty() : CssColor.parse(value);
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 100_000) / 100_000.0);
    }
}
