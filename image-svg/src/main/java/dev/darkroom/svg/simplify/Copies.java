package dev.darkroom.svg.simplify;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.svg.tree.Element;
import dev.darkroom.svg.tree.Node;
import java.util.ArrayList;
import java.util.List;

/** Copies parts of a picture, and limits how many elements are copied. Not thread-safe. */
final class Copies {
    private static final int MOST = 30_000;

    private int count;

    /**
     * Copies of the children of an element.
     *
     * @throws ImageException over limit if all copies together have too many elements
     */
    List<Node> ofChildren(Element element) throws ImageException {
        List<Node> copies = new ArrayList<>();
        for (Node child : element.children()) {
            copies.add(child instanceof Element inner ? of(inner) : child);
        }
        return copies;
    }

    private Element of(Element element) throws ImageException {
        if (++count > MOST) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.COMPLEXITY,
                    "elements that symbols and patterns of this SVG repeat",
                    count,
                    MOST);
        }
        Element copy = new Element(element.name());
        copy.attributes().putAll(element.attributes());
        copy.children().addAll(ofChildren(element));
        return copy;
    }
}
