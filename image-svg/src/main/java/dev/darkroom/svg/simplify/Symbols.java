package dev.darkroom.svg.simplify;

import dev.darkroom.core.ImageException;
import dev.darkroom.svg.tree.Element;
import dev.darkroom.svg.tree.Node;
import dev.darkroom.svg.tree.References;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces each use of a symbol or of an svg element by a group with a nested svg element that has the size of the use (SVG 2, 5.5 and 5.6). The elements count
 * against the same limit as those that references repeat.
 */
final class Symbols {
    /** Attributes of the use that give the position and size of the symbol. */
    private static final Set<String> GEOMETRY = Set.of("x", "y", "width", "height", "href", "xlink:href", "transform");
    /** Attributes of the symbol that the nested svg element has. */
    private static final Set<String> VIEW = Set.of("viewBox", "preserveAspectRatio", "overflow");

    private static final Set<String> VIEWPORTS = Set.of("symbol", "svg");

    private final Map<String, Element> byId = new HashMap<>();

    private final Copies copies;

    private Symbols(Copies copies) {
        this.copies = copies;
    }

    static void resolve(Element root, Copies copies) throws ImageException {
        Symbols symbols = new Symbols(copies);
        References.collect(root, symbols.byId);
        symbols.replace(root, 0);
    }

    /**
     * @param depth number of symbols around the element
     */
    private void replace(Element parent, int depth) throws ImageException {
        List<Node> children = parent.children();
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) instanceof Element child) {
                Element symbol = symbolOf(child);
                if (symbol != null && depth < References.MOST_CHAINED) {
                    Element group = group(child, symbol);
                    children.set(i, group);
                    replace(group, depth + 1);
                } else {
                    replace(child, depth);
                }
            }
        }
    }

    private @Nullable Element symbolOf(Element use) {
        String reference = use.name().equals("use") ? use.reference() : null;
        Element target = reference == null ? null : byId.get(reference.replaceFirst("^#", ""));
        return target != null && VIEWPORTS.contains(target.name()) ? target : null;
    }

    private Element group(Element use, Element symbol) throws ImageException {
        Element group = new Element("g");
        use.attributes().forEach((name, value) -> {
            if (!GEOMETRY.contains(name)) {
                group.attributes().put(name, value);
            }
        });
        Element view = new Element("svg");
        boolean nested = symbol.name().equals("svg");
        for (String name : List.of("x", "y", "width", "height")) {
            String own = nested ? symbol.attribute(name) : null;
            String otherwise = own != null ? own : name.length() == 1 ? "0" : "100%";
            boolean placed = nested && name.length() == 1;
            view.attributes().put(name, placed ? otherwise : use.attributes().getOrDefault(name, otherwise));
        }
        String transform = use.attributes().getOrDefault("transform", "");
        if (nested) {
            transform += " translate(" + number(use.attribute("x")) + " " + number(use.attribute("y")) + ")";
        }
        if (!transform.isBlank()) {
            group.attributes().put("transform", transform.strip());
        }
        Element content = new Element("g");
        symbol.attributes().forEach((name, value) -> {
            if (VIEW.contains(name)) {
                view.attributes().put(name, value);
            } else if (!name.equals("id") && !GEOMETRY.contains(name) || name.equals("transform")) {
                content.attributes().put(name, value);
            }
        });
        content.children().addAll(copies.ofChildren(symbol));
        view.children().add(content);
        group.children().add(view);
        return group;
    }

    private static String number(@Nullable String length) {
        return length == null ? "0" : length.replaceFirst("px$", "");
    }
}
