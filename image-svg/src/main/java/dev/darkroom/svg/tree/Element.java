package dev.darkroom.svg.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An SVG element with its allowed attributes and children. Not thread-safe. */
public final class Element implements Node {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();

    public Element(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** The attributes by name. {@code xlink:href}, {@code xml:lang} and {@code xml:space} have these prefixes. The map is mutable. */
    public Map<String, String> attributes() {
        return attributes;
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The child nodes. The list is mutable. */
    public List<Node> children() {
        return children;
    }

    /** A copy of the children that are elements. */
    public List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (Node child : children) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** The value of {@code href}, or of {@code xlink:href} if there is no {@code href}; null if there is neither. */
    public @Nullable String reference() {
        String href = attributes.get("href");
        return href != null ? href : attributes.get("xlink:href");
    }
}
