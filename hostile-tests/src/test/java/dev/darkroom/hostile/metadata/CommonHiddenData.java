package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.EndianWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Makes metadata that is the same in every container: an XMP packet, IPTC records, an ICC profile with a private tag, and a video. */
final class CommonHiddenData {
    private CommonHiddenData() {}

    /** A packet (ISO 16684-1) with place, creator, subject and optionally copyright. */
    static byte[] xmp(Canaries needles, boolean rights) {
        String owner = !rights
                ? ""
                : "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">" + needles.rights("XMP dc:rights")
                        + "</rdf:li></rdf:Alt></dc:rights>";
        return ("""
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
                 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" exif:GPSLatitude="52,30.5N" exif:GPSLongitude="13,24.5E"
                 aux:SerialNumber="%s" photoshop:City="%s">%s
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""")
                .formatted(
                        needles.hidden("XMP serial number"),
                        needles.hidden("XMP city"),
                        owner,
                        needles.hidden("XMP description"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** IIM records: city, caption, object name and optionally copyright. */
    static byte[] iptc(Canaries needles, boolean rights) {
        EndianWriter records = EndianWriter.big();
        record(records, 90, needles.hidden("IPTC city"));
        record(records, 120, needles.hidden("IPTC caption"));
        record(records, 5, needles.hidden("IPTC object name"));
        if (rights) {
            record(records, 116, needles.rights("IPTC copyright"));
        }
        return records.toArray();
    }

    private static void record(EndianWriter records, int number, String text) {
        records.u8(0x1C, 2, number).u16(text.length()).text(text);
    }

    /** An sRGB profile (ICC.1:2022) with Apple's tag for the serial number of the display. */
    static byte[] profile(Canaries needles) {
        byte[] secret = EndianWriter.big()
                .text("mmod\0\0\0\0" + needles.hidden("ICC mmod"))
                .toArray();
        int tags = 2;
        int text = 128 + 4 + 12 * tags;
        byte[] description = EndianWriter.big().text("text\0\0\0\0plain\0\0\0").toArray();
        int secretAt = text + description.length;
        int size = secretAt + secret.length;
        return EndianWriter.big()
                .u32(size)
                .text("appl")
                .u32(0x02100000)
                .text("mntrRGB XYZ ")
                .bytes(new byte[12])
                .text("acspAPPL")
                .bytes(new byte[84])
                .u32(tags)
                .text("cprt")
                .u32(text)
                .u32(description.length)
                .text("mmod")
                .u32(secretAt)
                .u32(secret.length)
                .bytes(description)
                .bytes(secret)
                .toArray();
    }

    /** The first boxes of an MP4, as phones append them. */
    static byte[] video(Canaries needles) {
        String hidden = needles.hidden("trailing video");
        return EndianWriter.big()
                .u32(24)
                .text("ftypmp42\0\0\0\0isommp42")
                .u32(8 + hidden.length())
                .text("mdat" + hidden)
                .toArray();
    }

    static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] buffer = new byte[bytes.length + 64];
        int length = deflater.deflate(buffer);
        deflater.end();
        return EndianWriter.big().bytes(buffer, 0, length).toArray();
    }
}
