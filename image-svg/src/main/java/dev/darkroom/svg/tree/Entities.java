package dev.darkroom.svg.tree;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces entity references in the text by the values that the document declares, before an XML parser reads the text. Values that refer
 * to other entities, and external entities, are rejected. The total length of the inserted values is limited.
 */
final class Entities {
    private static final Set<String> PREDEFINED = Set.of("lt", "gt", "amp", "quot", "apos");
    private static final Pattern OTHER_ENTITY = Pattern.compile("&(?!#|(?:lt|gt|amp|quot|apos);)");
    private static final int LONGEST_NAME = 100;

    private final String text;
    private final Doctype doctype;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int added;
    /** Current position: 0 outside a tag, {@code '<'} inside a tag, or the quote character inside an attribute value. */
    private char inside;

    private Entities(String text, Doctype doctype) {
        this.text = text;
        this.doctype = doctype;
    }

    /**
     * @param text text of the document without a document type
     */
    static String resolve(String text, Doctype doctype) throws ImageException {
        return text.indexOf('&') < 0 ? text : new Entities(text, doctype).run();
    }

    private String run() throws ImageException {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '&') {
                reference();
            } else if (c != '<' || inside != 0 || !copiesWhole()) {
                track(c);
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private void track(char c) {
        boolean quote = c == '"' || c == '\'';
        if (inside == 0) {
            inside = c == '<' ? '<' : 0;
        } else if (inside == '<') {
            inside = c == '>' ? 0 : quote ? c : inside;
        } else if (c == inside) {
            inside = '<';
        }
    }

    /** Copies a comment, a CDATA section or a processing instruction, where references are not resolved. Returns whether there is one. */
    private boolean copiesWhole() throws ImageException {
        return copies("<!--", "-->") || copies("<![CDATA[", "]]>") || copies("<?", "?>");
    }

    private boolean copies(String start, String end) throws ImageException {
        if (!text.startsWith(start, at)) {
            return false;
        }
        int found = text.indexOf(end, at + start.length());
        if (found < 0) {
            throw ImageException.malformed("this SVG ends early: there is no " + end + " after " + start);
        }
        out.append(text, at, found + end.length());
        at = found + end.length();
        return true;
    }

    private void reference() throws ImageException {
        int end = text.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_NAME) {
            throw ImageException.malformed("this SVG has an & that does not start a reference");
        }
        String name = text.substring(at + 1, end);
        if (name.startsWith("#") || PREDEFINED.contains(name)) {
            out.append(text, at, end + 1);
        } else {
            out.append(value(name));
        }
        at = end + 1;
    }

    private String value(String name) throws ImageException {
        Doctype.Value value = doctype.values().get(name);
        if (value == null) {
            throw ImageException.malformed("this SVG refers to an entity that it does not declare");
        }
        if (value.external()) {
            throw disallowed("this SVG's entity &" + name + "; refers to an external resource");
        }
        if (OTHER_ENTITY.matcher(value.text()).find()) {
            throw disallowed("this SVG's entity &" + name + "; refers to other entities");
        }
        added += value.text().length();
        SvgBudget.require("characters that entities add to this SVG", added, SvgBudget.ENTITY_CHARACTERS);
        return inside == '"' || inside == '\''
                ? value.text().replace("\"", "&quot;").replace("'", "&apos;")
                : value.text();
    }

    private static ImageException disallowed(String why) {
        return new ImageException(new Failure.Disallowed(Format.SVG, why));
    }
}
