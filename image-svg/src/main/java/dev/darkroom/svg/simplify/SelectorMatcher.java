package dev.darkroom.svg.simplify;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.svg.css.ComplexSelector;
import dev.darkroom.svg.css.CompoundSelector;
import dev.darkroom.svg.css.CompoundSelector.Condition;
import dev.darkroom.svg.tree.Element;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Matches selectors with the elements of one tree. Not thread-safe. */
final class SelectorMatcher {
    private static final int MOST_COMPARISONS = 2_000_000;
    private static final int CHARACTERS_PER_COMPARISON = 16;

    private final Map<Element, Element> parents = new IdentityHashMap<>();
    private final Map<Element, Element> previous = new IdentityHashMap<>();
    private final Map<Element, Set<String>> classes = new IdentityHashMap<>();

    private int comparisons;

    SelectorMatcher(Element root) {
        collect(root);
    }

    private void collect(Element parent) {
        Element before = null;
        for (Element child : parent.elements()) {
            parents.put(child, parent);
            if (before != null) {
                previous.put(child, before);
            }
            before = child;
            collect(child);
        }
    }

    /**
     * @throws ImageException over limit if all calls together compared too much
     */
    boolean matches(ComplexSelector selector, Element element) throws ImageException {
        return matches(selector, selector.compounds().size() - 1, element);
    }

    private boolean matches(ComplexSelector selector, int last, Element element) throws ImageException {
        if (++comparisons > MOST_COMPARISONS) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.COMPLEXITY,
                    "comparisons of selectors with elements of this SVG",
                    comparisons,
                    MOST_COMPARISONS);
        }
        if (!matches(selector.compounds().get(last), element)) {
            return false;
        }
        if (last == 0) {
            return true;
        }
        char combinator = selector.combinators().get(last - 1);
        boolean up = combinator == ' ' || combinator == '>';
        boolean once = combinator == '>' || combinator == '+';
        Map<Element, Element> way = up ? parents : previous;
        for (Element at = way.get(element); at != null; at = once ? null : way.get(at)) {
            if (matches(selector, last - 1, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(CompoundSelector compound, Element element) {
        for (Condition condition : compound.conditions()) {
            if (!holds(condition, element)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Condition condition, Element element) {
        return switch (condition.kind()) {
            case TYPE -> element.name().equals(condition.name());
            case ID -> condition.name().equals(element.attribute("id"));
            case CLASS -> classes(element).contains(condition.name());
            case ATTRIBUTE -> holds(condition, element.attribute(condition.name()));
            case PSEUDO_CLASS ->
                condition.name().equals("first-child") && !previous.containsKey(element)
                        || condition.name().equals("root") && !parents.containsKey(element);
        };
    }

    private Set<String> classes(Element element) {
        return classes.computeIfAbsent(element, key -> Set.copyOf(words(key.attribute("class"))));
    }

    private boolean holds(Condition condition, @Nullable String value) {
        if (value == null) {
            return false;
        }
        comparisons += value.length() / CHARACTERS_PER_COMPARISON;
        String wanted = condition.value();
        return switch (condition.operator()) {
            case "" -> true;
            case "=" -> value.equals(wanted);
            case "~=" -> words(value).contains(wanted);
            case "|=" -> value.equals(wanted) || value.startsWith(wanted + "-");
            case "^=" -> !wanted.isEmpty() && value.startsWith(wanted);
            case "$=" -> !wanted.isEmpty() && value.endsWith(wanted);
            default -> !wanted.isEmpty() && value.contains(wanted);
        };
    }

    private static Collection<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : new HashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
