package dev.darkroom.svg.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of SVG's namespace, as the allowlists left it. Not thread-safe. */
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

    /** By name as written, {@code xlink:href}, {@code xml:lang} and {@code xml:space} with these prefixes; may be changed. */
    public Map<String, String> attributes() {
        return attributes;
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** May be changed. */
    public List<Node> children() {
        return children;
    }

    /** The children that are elements. */
    public List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (Node child : children) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** {@code href}, or {@code xlink:href} where there is none. */
    public @Nullable String reference() {
        String href = attributes.get("href");
        return href != null ? href : attributes.get("xlink:href");
    }
}
