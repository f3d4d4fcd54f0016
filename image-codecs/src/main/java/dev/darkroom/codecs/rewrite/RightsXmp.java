package dev.darkroom.codecs.rewrite;

import dev.darkroom.codecs.metadata.Rights;
import dev.darkroom.core.Bytes;
import java.nio.charset.StandardCharsets;

/** Writes an XMP packet (ISO 16684-1) in UTF-8 that contains only the rights fields. Its size is at most about 30 KB. */
final class RightsXmp {
    private static final String HEAD = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
            """;
    private static final String TAIL = """
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";

    private RightsXmp() {}

    /** Returns the packet; empty if there is no field to write. */
    static Bytes of(Rights rights) {
        if (!rights.hasXmp()) {
            return Bytes.empty();
        }
        String packet = HEAD
                + field(
                        "dc:rights",
                        "<rdf:Alt><rdf:li xml:lang=\"x-default\">",
                        rights.copyright(),
                        "</rdf:li></rdf:Alt>")
                + field("dc:creator", "<rdf:Seq><rdf:li>", rights.creator(), "</rdf:li></rdf:Seq>")
                + field("photoshop:Credit", "", rights.credit(), "")
                + field(
                        "xmpRights:UsageTerms",
                        "<rdf:Alt><rdf:li xml:lang=\"x-default\">",
                        rights.usageTerms(),
                        "</rdf:li></rdf:Alt>")
                + field("xmpRights:WebStatement", "", rights.webStatement(), "")
                + TAIL;
        return Bytes.wrap(packet.getBytes(StandardCharsets.UTF_8));
    }

    private static String field(String name, String before, String text, String after) {
        return text.isEmpty() ? "" : "<" + name + ">" + before + escaped(text) + after + "</" + name + ">\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
