package dev.darkroom.svg.tree;

import dev.darkroom.core.ImageException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entities that a document type declares. Illustrator uses them for its namespaces. Only entity declarations are read. The rest of the
 * document type is ignored, and external resources are never loaded.
 *
 * @param values entity values by name; the text of an external entity is empty
 */
record Doctype(Map<String, Value> values) {
    private static final Pattern DECLARATION = Pattern.compile(
            "<!--.*?-->"
                    + "|<!ENTITY\\s+(%\\s+)?([\\p{L}_:][\\p{L}\\p{N}_:.-]*+)\\s+(?:\"([^\"]*+)\"|'([^']*+)'|(SYSTEM|PUBLIC)\\b)",
            Pattern.DOTALL);

    /**
     * @param external whether the entity refers to an external resource
     */
    record Value(String text, boolean external) {}

    /**
     * @param doctype the document type from {@code <!DOCTYPE} to its end; may be empty
     */
    static Doctype read(String doctype) throws ImageException {
        SvgBudget.require("characters of this SVG's document type", doctype.length(), SvgBudget.DOCTYPE_CHARACTERS);
        Map<String, Value> values = new HashMap<>();
        Matcher matcher = DECLARATION.matcher(doctype);
        while (matcher.find()) {
            if (matcher.group(2) != null && matcher.group(1) == null) {
                String text = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
                values.putIfAbsent(matcher.group(2), new Value(text == null ? "" : text, matcher.group(5) != null));
            }
        }
        return new Doctype(values);
    }
}
