package dev.darkroom.svg.tree;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.svg.XmlProlog;
import dev.darkroom.core.header.svg.XmlText;
import dev.darkroom.svg.css.StyleSheet;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an SVG and keeps only allowed content: elements of the SVG namespace (elements without a namespace if the root has none), their
 * allowed attributes, and text in elements that show text.
 */
public final class SvgReader {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final XMLStreamReader xml;
    private final AttributeRules rules;
    private final SvgBudget budget = new SvgBudget();
    private final Deque<Element> open = new ArrayDeque<>();
    private @Nullable Element root;
    private String namespace = SVG;
    /** Number of open elements from the outermost dropped element on, including it; 0 outside a dropped element. */
    private int dropped;

    private SvgReader(XMLStreamReader xml, EmbeddedPictures embedded) {
        this.xml = xml;
        this.rules = new AttributeRules(embedded);
    }

    /**
     * @throws ImageException malformed if the source is not well-formed XML or not SVG; over limit, disallowed or unsupported if it cannot
     *     be made safe
     */
    public static Element read(Bytes source, EmbeddedPictures embedded) throws ImageException {
        if (source.length() > SvgBudget.BYTES) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.BYTES, "bytes of an SVG", source.length(), SvgBudget.BYTES);
        }
        String text = XmlText.decode(source);
        XmlProlog prolog = XmlProlog.of(text);
        Doctype doctype = Doctype.read(text.substring(prolog.doctypeStart(), prolog.doctypeEnd()));
        try {
            XMLStreamReader xml = SafeXmlParser.reader(
                    Entities.resolve(prolog.withoutDoctype(text).strip(), doctype));
            Element root = new SvgReader(xml, embedded).run();
            References.check(root);
            return root;
        } catch (XMLStreamException e) {
            throw new ImageException(new Failure.Malformed("this SVG is not well-formed XML" + place(e)), e);
        }
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
    }

    private Element run() throws XMLStreamException, ImageException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
                    throw ImageException.malformed("this SVG has an entity or a document type where it is not allowed");
                default -> {}
            }
        }
        if (root == null) {
            throw ImageException.malformed("this is not an SVG: it has no svg element");
        }
        return root;
    }

    private void start() throws ImageException {
        budget.open(xml.getAttributeCount());
        if (root == null) {
            openRoot();
        } else if (dropped > 0 || !isKept()) {
            dropped++;
        } else {
            Element element = element();
            parent().children().add(element);
            open.push(element);
        }
    }

    private void openRoot() throws ImageException {
        String own = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        if (!xml.getLocalName().equals("svg") || !own.isEmpty() && !own.equals(SVG)) {
            throw ImageException.malformed("this is not an SVG: its root element is not svg in the SVG namespace");
        }
        namespace = own;
        root = element();
        open.push(root);
    }

    private boolean isKept() {
        String own = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        boolean needsMore = xml.getAttributeValue(null, "requiredExtensions") != null;
        return (own.equals(SVG) || own.equals(namespace))
                && ElementRules.allows(xml.getLocalName(), parent().name())
                && !needsMore;
    }

    private Element element() throws ImageException {
        Element element = new Element(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String uri = xml.getAttributeNamespace(i) == null ? "" : xml.getAttributeNamespace(i);
            String name = AttributeRules.name(uri, xml.getAttributeLocalName(i));
            if (name != null) {
                rules.clean(element.name(), name, xml.getAttributeValue(i))
                        .ifPresent(value -> element.attributes().put(name, value));
            }
        }
        if (element.attributes().containsKey("href")) {
            element.attributes().remove("xlink:href");
        }
        return element;
    }

    private void end() throws ImageException {
        budget.close();
        if (dropped > 0) {
            dropped--;
            return;
        }
        Element element = open.pop();
        if (element.name().equals("style")) {
            clean(element);
        } else if (element.name().equals("image") && element.reference() == null) {
            dropLast();
        }
    }

    private void clean(Element style) throws ImageException {
        StringBuilder css = new StringBuilder();
        style.children().forEach(child -> css.append(((Node.Text) child).text()));
        String cleaned = StyleSheet.clean(css.toString());
        style.children().clear();
        style.children().add(new Node.Text(cleaned));
        if (cleaned.isEmpty()) {
            dropLast();
        }
    }

    private void dropLast() {
        parent().children().remove(parent().children().size() - 1);
    }

    private void text() {
        if (dropped == 0 && !open.isEmpty() && ElementRules.showsText(parent().name())) {
            parent().children().add(new Node.Text(xml.getText()));
        }
    }

    private Element parent() {
        return open.getFirst();
    }
}
