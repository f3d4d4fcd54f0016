package dev.darkroom.core.header.svg;

import dev.darkroom.core.ImageException;

/**
 * Where the parts before an XML document's first element stand, as indices of characters.
 *
 * @param declarationEnd after the XML declaration; 0 without one
 * @param doctypeStart of {@code <!DOCTYPE}; equal to {@code doctypeEnd} without one
 * @param root of the first element's {@code <}
 */
public record XmlProlog(int declarationEnd, int doctypeStart, int doctypeEnd, int root) {
    private static final String DOCTYPE = "<!DOCTYPE";

    /**
     * @throws ImageException malformed where no element follows, or a part does not end
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

    /** Of {@code text} without the declaration and the document type: what a parser may see that is to know of neither. */
    public String withoutDoctype(String text) {
        return text.substring(declarationEnd, Math.max(declarationEnd, doctypeStart))
                + text.substring(Math.max(declarationEnd, doctypeEnd));
    }

    /** To the end of a document type, with its internal subset, whose quotes and comments may hold brackets. */
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
            throw ImageException.malformed("this XML ends early: what is to end with " + end + " has no end");
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
