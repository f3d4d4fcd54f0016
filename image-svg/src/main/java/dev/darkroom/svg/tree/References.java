package dev.darkroom.svg.tree;

import dev.darkroom.core.ImageException;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the elements that are drawn when all references are followed. It rejects cyclic references and too many elements. */
public final class References {
    /** Limit of the length of a chain of references. */
    public static final int MOST_CHAINED = SvgBudget.CHAIN;

    private static final Pattern LOCAL_URL = Pattern.compile("url\\(#([^)]*)\\)");

    private final Map<String, Element> byId = new HashMap<>();
    private final Map<Element, Cost> costs = new IdentityHashMap<>();
    private final Set<Element> onPath = Collections.newSetFromMap(new IdentityHashMap<>());

    private References() {}

    /**
     * @param elements number of elements drawn
     * @param chain length of the longest chain of references
     */
    private record Cost(long elements, int chain) {}

    /**
     * @throws ImageException malformed if references form a cycle; over limit if they draw too many elements
     */
    public static void check(Element root) throws ImageException {
        References references = new References();
        collect(root, references.byId);
        references.follow(root, 0);
    }

    /** Collects all elements with an id. If several elements have the same id, the first one counts, as in browsers. */
    public static void collect(Element element, Map<String, Element> byId) {
        String id = element.attribute("id");
        if (id != null) {
            byId.putIfAbsent(id, element);
        }
        element.elements().forEach(child -> collect(child, byId));
    }

    private Cost follow(Element element, int depth) throws ImageException {
        Cost known = costs.get(element);
        if (known != null) {
            return known;
        }
        requireChain(depth);
        if (!onPath.add(element)) {
            throw ImageException.malformed(
                    "this SVG has a reference cycle through its element \"" + element.attribute("id") + "\"");
        }
        long sum = 1;
        int chain = 0;
        for (Element child : element.elements()) {
            Cost cost = follow(child, depth);
            sum += cost.elements();
            chain = Math.max(chain, cost.chain());
        }
        for (String id : targets(element)) {
            Element target = byId.get(id);
            if (target != null) {
                Cost cost = follow(target, depth + 1);
                sum += cost.elements();
                chain = Math.max(chain, cost.chain() + 1);
            }
        }
        SvgBudget.require("elements that this SVG draws", sum, SvgBudget.EXPANDED);
        requireChain(chain);
        onPath.remove(element);
        Cost cost = new Cost(sum, chain);
        costs.put(element, cost);
        return cost;
    }

    private static void requireChain(int chain) throws ImageException {
        SvgBudget.require("chained references of this SVG", chain, SvgBudget.CHAIN);
    }

    /** The ids that an element refers to in its attributes, including its style attribute. Style sheets are not evaluated. */
    public static Set<String> targets(Element element) {
        Set<String> ids = new LinkedHashSet<>();
        String reference = element.reference();
        if (reference != null && reference.startsWith("#")) {
            ids.add(reference.substring(1));
        }
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            if (!attribute.getKey().endsWith("href") && attribute.getValue().contains("url(#")) {
                Matcher url = LOCAL_URL.matcher(attribute.getValue());
                while (url.find()) {
                    ids.add(url.group(1));
                }
            }
        }
        return ids;
    }
}
