package dev.darkroom.svg.tree;

import dev.darkroom.core.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes elements as UTF-8. Reading the output and writing it again gives the same bytes. */
public final class SvgWriter {
    private final StringBuilder out = new StringBuilder();

    private SvgWriter() {}

    public static Bytes write(Element root) {
        SvgWriter writer = new SvgWriter();
        writer.element(root, usesXlink(root) ? "\" xmlns:xlink=\"http://www.w3.org/1999/xlink" : "");
        return Bytes.wrap(writer.out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void element(Element element, String xlink) {
        boolean root = out.isEmpty();
        out.append('<').append(element.name());
        if (root) {
            out.append(" xmlns=\"http://www.w3.org/2000/svg").append(xlink).append('"');
        }
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.append(' ').append(attribute.getKey()).append("=\"");
            escape(attribute.getValue(), true);
            out.append('"');
        }
        if (element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node child : element.children()) {
            if (child instanceof Element inner) {
                element(inner, xlink);
            } else {
                escape(((Node.Text) child).text(), false);
            }
        }
        out.append("</").append(element.name()).append('>');
    }

    /** Escapes text. In attributes, white space is also written as references, because a parser would convert it to spaces. */
    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n' -> out.append(attribute ? "&#10;" : "\n");
                case '\t' -> out.append(attribute ? "&#9;" : "\t");
                default -> out.append(c);
            }
        }
    }

    private static boolean usesXlink(Element element) {
        return element.attributes().containsKey("xlink:href")
                || element.elements().stream().anyMatch(SvgWriter::usesXlink);
    }
}
