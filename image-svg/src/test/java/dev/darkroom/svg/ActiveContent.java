package dev.darkroom.svg;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Searches an output file for active content and external references. It uses its own DOM parser, patterns and lists, and no code of the
 * sanitizer.
 */
public final class ActiveContent {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> BAD_ELEMENTS = Set.of(
            "script",
            "foreignobject",
            "animate",
            "animatecolor",
            "animatemotion",
            "animatetransform",
            "set",
            "discard",
            "mpath",
            "handler",
            "listener",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "canvas",
            "html",
            "body",
            "img",
            "form",
            "input",
            "link",
            "meta",
            "base",
            "metadata",
            "cursor",
            "color-profile",
            "font-face",
            "font-face-uri",
            "tref",
            "include");

    /** Attributes whose values are names. A name may be any text, such as {@code data:}. */
    private static final Set<String> NAMES = Set.of("id", "class", "in", "in2", "result");

    private static final Pattern BAD_TEXT = Pattern.compile(
            "javascript:|vbscript:|livescript:|expression\\s*\\(|-moz-binding|behavior\\s*:|@import|@font-face|@charset|@namespace"
                    + "|@keyframes|animation|image-set|src\\s*\\(|file:|ftp:|blob:|data:(?!image/(?:png|jpeg|gif|webp);base64,)");

    private static final Pattern ANY_URL = Pattern.compile("url\\s*\\(\\s*(?!#[^\\s\"'()\\\\]+\\))");

    private final List<String> found = new ArrayList<>();

    private ActiveContent() {}

    /** Returns the findings; empty for a clean file. */
    public static List<String> in(byte[] file) {
        ActiveContent scan = new ActiveContent();
        scan.text(new String(file, StandardCharsets.UTF_8));
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            scan.node(builder.parse(new ByteArrayInputStream(file)).getDocumentElement());
        } catch (Exception e) {
            scan.found.add("is not well-formed: " + e.getMessage());
        }
        return scan.found;
    }

    private void text(String text) {
        if (text.contains("<!") || text.contains("<?")) {
            found.add("has a declaration, a comment or a processing instruction");
        }
        // Only the start is checked: inside a text, U+FEFF is a zero-width space.
        if (text.startsWith("\uFEFF") || text.contains("\0")) {
            found.add("is not plain UTF-8");
        }
    }

    private void node(Node node) {
        if (node instanceof Element element) {
            element(element);
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                attribute(element, (Attr) attributes.item(i));
            }
        } else if (node.getNodeType() != Node.TEXT_NODE) {
            found.add("has a node of type " + node.getNodeType());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            node(child);
        }
    }

    private void element(Element element) {
        String name = element.getLocalName();
        if (!SVG.equals(element.getNamespaceURI()) || BAD_ELEMENTS.contains(name.toLowerCase(Locale.ROOT))) {
            found.add("has the element " + element.getNodeName());
        }
        if (name.equals("style")) {
            css("style element", element.getTextContent());
        }
    }

    private void attribute(Element element, Attr attribute) {
        String name = attribute.getName().toLowerCase(Locale.ROOT);
        String value = attribute.getValue();
        if (name.startsWith("xmlns")) {
            if (!value.equals(SVG) && !value.equals("http://www.w3.org/1999/xlink")) {
                found.add("declares " + value);
            }
            return;
        }
        if (name.startsWith("on")
                || name.equals("src")
                || name.equals("action")
                || name.contains("base") && !name.equals("basefrequency") && !name.contains("baseline")) {
            found.add("has the attribute " + name);
        }
        if (name.equals("href") || name.endsWith(":href")) {
            boolean picture = Set.of("image", "feImage").contains(element.getLocalName())
                    && value.matches("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*");
            if (!value.matches("#[^\\s\"'()\\\\]+") && !picture
                    || element.getLocalName().equals("a")) {
                found.add(element.getNodeName() + " refers to " + value);
            }
        } else if (!name.startsWith("aria-") && !NAMES.contains(name)) {
            css(name, value);
        }
    }

    /** Checks a text as written, with resolved escapes, and without white space and control characters. */
    private void css(String where, String css) {
        String plain = css.toLowerCase(Locale.ROOT);
        String resolved = Pattern.compile("\\\\([0-9a-f]{1,6})\\s?")
                .matcher(plain)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Math.min(0x10FFFF, Integer.parseInt(m.group(1), 16)))))
                .replace("\\", "");
        for (String text : List.of(plain, resolved, resolved.replaceAll("[\\s\\p{Cntrl}]+", ""))) {
            if (BAD_TEXT.matcher(text).find() || ANY_URL.matcher(text).find() || text.contains("//")) {
                found.add(where + " says " + css);
                return;
            }
        }
    }
}
