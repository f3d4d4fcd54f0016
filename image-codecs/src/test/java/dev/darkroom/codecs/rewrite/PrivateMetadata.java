package dev.darkroom.codecs.rewrite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Metadata blocks with private data. Each block contains canary strings in all its parts. */
public final class PrivateMetadata {
    static final String CANARY = "CANARY";
    public static final String COPYRIGHT = "(c) 2026 Ada Ex, all rights reserved";
    static final String ARTIST = "Ada Ex";

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    private PrivateMetadata() {}

    /** EXIF like that of a camera, with GPS, serial number, maker note, and a complete JPEG as thumbnail. */
    static byte[] exif(int orientation) {
        byte[] thumbnail = FixtureBytes.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0})
                .text("CANARY-thumbnail")
                .u8(0xFF, 0xD9)
                .toArray();
        Ifd first = new Ifd()
                .ascii(0x010F, "CANARY-make")
                .ascii(0x0110, "CANARY-model 7")
                .add(
                        0x0112,
                        SHORT,
                        1,
                        new FixtureBytes().u16(orientation).u16(0).toArray())
                .ascii(0x013B, ARTIST)
                .ascii(0x8298, COPYRIGHT);
        Ifd exif = new Ifd()
                .ascii(0x9003, "2026:01:31 12:34:56")
                .add(0x927C, UNDEFINED, 22, FixtureBytes.ascii("CANARY-makernote-12345"))
                .ascii(0xA431, "CANARY-serial-0042");
        Ifd gps = new Ifd()
                .ascii(1, "N")
                .add(2, RATIONAL, 3, degrees(52))
                .ascii(3, "E")
                .add(4, RATIONAL, 3, degrees(13))
                .ascii(0x1B, "CANARY-GPS");
        int exifAt = 8 + first.size(2);
        int gpsAt = exifAt + exif.size(0);
        int secondAt = gpsAt + gps.size(0);
        Ifd second = new Ifd();
        int thumbnailAt = secondAt + second.size(2);
        second.add(0x0201, LONG, 1, new FixtureBytes().u32(thumbnailAt).toArray())
                .add(0x0202, LONG, 1, new FixtureBytes().u32(thumbnail.length).toArray());
        first.add(0x8769, LONG, 1, new FixtureBytes().u32(exifAt).toArray())
                .add(0x8825, LONG, 1, new FixtureBytes().u32(gpsAt).toArray());
        return new FixtureBytes()
                .text("MM")
                .u16(42)
                .u32(8)
                .bytes(first.at(8, secondAt))
                .bytes(exif.at(exifAt, 0))
                .bytes(gps.at(gpsAt, 0))
                .bytes(second.at(secondAt, 0))
                .bytes(thumbnail)
                .toArray();
    }

    private static byte[] degrees(int value) {
        return new FixtureBytes()
                .u32(value)
                .u32(1)
                .u32(30)
                .u32(1)
                .u32(15)
                .u32(1)
                .toArray();
    }

    /** An XMP packet with place, history, rights and a person. */
    public static byte[] xmp() {
        return new FixtureBytes().text("""
                        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                         xmlns:r="http://ns.adobe.com/xap/1.0/rights/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
                         xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,30.5N" exif:GPSLongitude="13,24.5E"
                         photoshop:Credit="Ex &amp; Sons" photoshop:City="CANARY-city" r:WebStatement="https://example.org/rights">
                        <dc:creator><rdf:Seq><rdf:li>Ada Ex</rdf:li><rdf:li>Bo Ex</rdf:li></rdf:Seq></dc:creator>
                        <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Ada &lt;Ex&gt;</rdf:li>
                         <rdf:li xml:lang="de">CANARY-german</rdf:li></rdf:Alt></dc:rights>
                        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">CANARY-description</rdf:li></rdf:Alt></dc:description>
                        <r:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Not for training</rdf:li></rdf:Alt></r:UsageTerms>
                        </rdf:Description></rdf:RDF></x:xmpmeta>
                        <?xpacket end="w"?>""").toArray();
    }

    /** IPTC records 2:116 copyright, 2:80 by-line, 2:110 credit and 2:90 city. */
    static byte[] iptc() {
        return new FixtureBytes()
                .bytes(dataSet(116, "IPTC copyright"))
                .bytes(dataSet(80, "IPTC by-line"))
                .bytes(dataSet(110, "IPTC credit"))
                .bytes(dataSet(90, "CANARY-iptc-city"))
                .toArray();
    }

    /** Photoshop's APP13 segment with IPTC. */
    static byte[] photoshop() {
        byte[] iptc = iptc();
        FixtureBytes raw = new FixtureBytes()
                .text("Photoshop 3.0\0")
                .text("8BIM")
                .u16(0x0425)
                .u8(0, 0)
                .u32(16)
                .text("CANARY-digest-16")
                .text("8BIM")
                .u16(0x0404)
                .u8(0, 0)
                .u32(iptc.length)
                .bytes(iptc);
        return iptc.length % 2 == 0 ? raw.toArray() : raw.u8(0).toArray();
    }

    private static byte[] dataSet(int number, String text) {
        return new FixtureBytes()
                .u8(0x1C, 2, number)
                .u16(text.length())
                .text(text)
                .toArray();
    }

    public static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One TIFF directory. Entries must be added in the order of their tags. */
    private static final class Ifd {
        private record Entry(int tag, int type, int count, byte[] value) {}

        private final List<Entry> entries = new ArrayList<>();

        Ifd ascii(int tag, String text) {
            return add(tag, ASCII, text.length() + 1, FixtureBytes.ascii(text + "\0"));
        }

        Ifd add(int tag, int type, int count, byte[] value) {
            entries.add(new Entry(tag, type, count, value));
            return this;
        }

        /** Bytes of the directory after {@code more} small entries are added. */
        int size(int more) {
            int values = 0;
            for (Entry entry : entries) {
                values += entry.value.length > 4 ? entry.value.length : 0;
            }
            return 2 + 12 * (entries.size() + more) + 4 + values;
        }

        byte[] at(int offset, int next) {
            FixtureBytes table = new FixtureBytes().u16(entries.size());
            FixtureBytes values = new FixtureBytes();
            int valuesAt = offset + 2 + 12 * entries.size() + 4;
            for (Entry entry : entries) {
                table.u16(entry.tag).u16(entry.type).u32(entry.count);
                if (entry.value.length > 4) {
                    table.u32(valuesAt + values.length());
                    values.bytes(entry.value);
                } else {
                    table.bytes(java.util.Arrays.copyOf(entry.value, 4));
                }
            }
            return table.u32(next).bytes(values.toArray()).toArray();
        }
    }
}
