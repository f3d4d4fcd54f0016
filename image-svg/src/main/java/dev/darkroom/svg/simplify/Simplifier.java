package dev.darkroom.svg.simplify;

import dev.darkroom.core.ImageException;
import dev.darkroom.svg.tree.Element;
import dev.darkroom.svg.tree.References;
import java.util.HashMap;
import java.util.Map;

/** Changes a sanitized SVG for drawing. What it draws stays the same; how it says it becomes simpler. */
public final class Simplifier {
    private Simplifier() {}

    /**
     * Changes the tree.
     *
     * @param width width of the picture in user units, if it has no viewBox
     * @param height height of the picture in user units, if it has no viewBox
     * @throws ImageException over limit if the style sheets are too complex or draw too much; malformed if they refer in a cycle
     */
    public static void apply(Element root, double width, double height) throws ImageException {
        Viewport viewport = Viewport.of(root, width, height);
        Cascade.resolve(root);
        // Style sheets may refer to elements too. These references are attributes now.
        References.check(root);
        Switches.resolve(root);
        Copies copies = new Copies();
        Symbols.resolve(root, copies);
        Map<String, Element> byId = new HashMap<>();
        References.collect(root, byId);
        PatternTemplates.resolve(root, byId, copies);
        Stops.resolve(root);
        Paints.resolve(root, byId);
        Transforms.resolve(root, viewport);
        Markers.resolve(root);
    }
}
