package dev.darkroom.svg.simplify;

import dev.darkroom.core.ImageException;
import dev.darkroom.svg.css.ComplexSelector;
import dev.darkroom.svg.css.CompoundSelector;
import dev.darkroom.svg.css.CssDeclaration;
import dev.darkroom.svg.css.CssRule;
import dev.darkroom.svg.css.Declarations;
import dev.darkroom.svg.css.StyleRules;
import dev.darkroom.svg.tree.Element;
import dev.darkroom.svg.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Resolves style sheets and style attributes to presentation attributes (CSS Cascading and Inheritance Level 4, section 6; SVG 2, 6.6). A
 * declaration whose value is invalid is ignored, so that the one before it stays.
 */
final class Cascade {
    /** Rank of a style attribute: above every specificity. */
    private static final long STYLE_ATTRIBUTE = 1L << 40;

    private static final long IMPORTANT = 1L << 50;

    private final SelectorMatcher matcher;
    /** By the type, class or id that the last compound requires; the key is empty if it requires none. */
    private final Map<String, List<Candidate>> candidates = new HashMap<>();

    /** Declarations that were checked before. A rule can match many elements. */
    private final Map<CssDeclaration, Boolean> valid = new HashMap<>();

    private int order;

    private record Candidate(ComplexSelector selector, List<CssDeclaration> declarations, long rank, int order) {}

    /**
     * @param rank importance, origin and specificity
     * @param order position in the style sheets
     */
    private record Ranked(CssDeclaration declaration, long rank, int order) {}

    private Cascade(Element root) {
        this.matcher = new SelectorMatcher(root);
    }

    /**
     * Changes the tree.
     *
     * @throws ImageException over limit if the style sheets are too complex
     */
    static void resolve(Element root) throws ImageException {
        Cascade cascade = new Cascade(root);
        cascade.collectRules(root);
        cascade.apply(root);
    }

    private void collectRules(Element parent) throws ImageException {
        for (Element element : parent.elements()) {
            if (element.name().equals("style")) {
                String media = element.attribute("media");
                if (media == null || StyleRules.mediaHolds(media)) {
                    StringBuilder css = new StringBuilder();
                    for (Node child : element.children()) {
                        css.append(((Node.Text) child).text());
                    }
                    StyleRules.parse(css.toString()).forEach(this::add);
                }
            } else {
                collectRules(element);
            }
        }
        parent.children()
                .removeIf(child ->
                        child instanceof Element element && element.name().equals("style"));
    }

    private void add(CssRule rule) {
        for (ComplexSelector selector : rule.selectors()) {
            candidates
                    .computeIfAbsent(key(selector), key -> new ArrayList<>())
                    .add(new Candidate(selector, rule.declarations(), 1 + selector.specificity(), order++));
        }
    }

    private boolean isValid(CssDeclaration declaration) throws ImageException {
        Boolean known = valid.get(declaration);
        if (known == null) {
            known = PropertyValues.isValid(declaration.property(), declaration.value());
            valid.put(declaration, known);
        }
        return known;
    }

    private static String key(ComplexSelector selector) {
        String key = "";
        for (CompoundSelector.Condition condition :
                selector.compounds().get(selector.compounds().size() - 1).conditions()) {
            switch (condition.kind()) {
                case ID -> {
                    return "#" + condition.name();
                }
                case CLASS -> key = "." + condition.name();
                case TYPE -> key = key.isEmpty() ? condition.name() : key;
                default -> {}
            }
        }
        return key;
    }

    private void apply(Element element) throws ImageException {
        List<Ranked> found = new ArrayList<>();
        match("", element, found);
        match(element.name(), element, found);
        if (element.attribute("id") != null) {
            match("#" + element.attribute("id"), element, found);
        }
        String classes = element.attribute("class");
        if (classes != null) {
            for (String name : classes.strip().split("\\s+")) {
                match("." + name, element, found);
            }
        }
        String style = element.attributes().remove("style");
        if (style != null) {
            for (CssDeclaration declaration : Declarations.parse(style)) {
                found.add(ranked(declaration, STYLE_ATTRIBUTE, order++));
            }
        }
        set(element, found);
        for (Element child : element.elements()) {
            apply(child);
        }
    }

    private void match(String key, Element element, List<Ranked> found) throws ImageException {
        for (Candidate candidate : candidates.getOrDefault(key, List.of())) {
            if (matcher.matches(candidate.selector, element)) {
                for (CssDeclaration declaration : candidate.declarations) {
                    found.add(ranked(declaration, candidate.rank, candidate.order));
                }
            }
        }
    }

    private static Ranked ranked(CssDeclaration declaration, long rank, int order) {
        return new Ranked(declaration, declaration.important() ? rank + IMPORTANT : rank, order);
    }

    private void set(Element element, List<Ranked> found) throws ImageException {
        Map<String, String> attributes = element.attributes();
        for (Map.Entry<String, String> attribute : Map.copyOf(attributes).entrySet()) {
            String property = attribute.getKey();
            boolean shorthand = property.equals("marker") || property.equals("font");
            if (shorthand || !PropertyValues.isValid(property, attribute.getValue())) {
                attributes.remove(property);
            }
        }
        found.sort(Comparator.comparingLong(Ranked::rank).thenComparingInt(Ranked::order));
        for (Ranked ranked : found) {
            CssDeclaration declaration = ranked.declaration;
            if (isValid(declaration)) {
                Shorthands.expand(declaration.property(), declaration.value(), attributes);
            }
        }
    }
}
