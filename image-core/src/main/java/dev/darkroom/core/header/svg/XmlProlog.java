package dev.darkroom.core.header.svg;

import dev.darkroom.core.ImageException;

/**
 * The character indexes of the parts before an XML document's first element.
 *
 * @param declarationEnd index after the XML declaration; 0 without one
 * @param doctypeStart index of {@code <!DOCTYPE}; equal to {@code doctypeEnd} without one
 * @param doctypeEnd index after the document type
 * @param root index of the first element's {@code <}
 */
public record XmlProlog(int declarationEnd, int doctypeStart, int doctypeEnd, int root) {
    private static final String DOCTYPE = "<!DOCTYPE";

    /**
     * Finds the parts.
     *
     * @throws ImageException malformed when no element follows, or when a part has no end
     */
    public static XmlProlog of(String text) throws ImageException {
        int declarationEnd = text.startsWith("<?xml") ? past(text, "?>", 0) : 0;
        int doctypeStart = 0;
        int doctypeEnd = 0;
        int at = declarationEnd;
        while (true) {
            at = skipSpace(text, at);
            if (text.startsWith("<?", at)) {
                at = past(text, "?>", at);
            } else if (text.startsWith("<!--", at)) {
                at = past(text, "-->", at + 4);
            } else if (text.startsWith(DOCTYPE, at) && doctypeEnd == 0) {
                doctypeStart = at;
                at = pastDoctype(text, at + DOCTYPE.length());
                doctypeEnd = at;
            } else if (at < text.length() - 1 && text.charAt(at) == '<' && text.charAt(at + 1) != '!') {
                return new XmlProlog(declarationEnd, doctypeStart, doctypeEnd, at);
            } else {
                throw ImageException.malformed("this is no XML document: no element starts it");
            }
        }
    }

    /** The text without the XML declaration and the document type, for a parser that must not see them. */
    public String withoutDoctype(String text) {
        return text.substring(declarationEnd, Math.max(declarationEnd, doctypeStart))
                + text.substring(Math.max(declarationEnd, doctypeEnd));
    }

    /** The index after a document type with its internal subset. Quoted text and comments may contain brackets. */
    private static int pastDoctype(String text, int from) throws ImageException {
        boolean subset = false;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("<!--", at)) {
                at = past(text, "-->", at + 4);
                continue;
            }
            at++;
            if (c == '"' || c == '\'') {
                at = past(text, String.valueOf(c), at);
            } else if (c == '[' || c == ']') {
                subset = c == '[';
            } else if (c == '>' && !subset) {
                return at;
            }
        }
        throw ImageException.malformed("this XML ends early: its document type has no end");
    }

    private static int past(String text, String end, int from) throws ImageException {
        int found = text.indexOf(end, from);
        if (found < 0) {
            throw ImageException.malformed("this XML ends early: the closing " + end + " is missing");
        }
        return found + end.length();
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
