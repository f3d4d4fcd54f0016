package dev.darkroom.hostile.table.cases;

import static dev.darkroom.hostile.file.ExifBuilder.ASCII;
import static dev.darkroom.hostile.file.ExifBuilder.LONG;
import static dev.darkroom.hostile.file.ExifBuilder.ORIENTATION;
import static dev.darkroom.hostile.file.ExifBuilder.SHORT;
import static dev.darkroom.hostile.file.ExifBuilder.UNDEFINED;
import static dev.darkroom.hostile.file.ValidPictures.SIDE;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static dev.darkroom.hostile.table.HostileCase.row;
import static dev.darkroom.hostile.table.HostileCase.rows;

import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.ExifBuilder;
import dev.darkroom.hostile.file.GifBuilder;
import dev.darkroom.hostile.file.GifLzwBuilder;
import dev.darkroom.hostile.file.JpegBuilder;
import dev.darkroom.hostile.file.PngBuilder;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.file.WebpBuilder;
import dev.darkroom.hostile.file.ZlibStreams;
import dev.darkroom.hostile.table.HostileCase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Cases of metadata: with false values, and with private data. In each case the picture is in the output and the metadata is not. */
final class MetadataCases {
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int GPS_DIRECTORY = 0x8825;
    private static final int MAKE = 0x010F;
    private static final int MAKER_NOTE = 0x927C;
    private static final int SERIAL_NUMBER = 0xA431;

    private static final String[] LEAKS = {
        "LEAK", "photoshop", "Photoshop", "http://ns.adobe.com", "xpacket", "ftypmp42", "MPF\0", "GPS"
    };

    private MetadataCases() {}

    static List<HostileCase> all() {
        return List.of(
                everywhere(
                        "orientation 0, 9 and 65535",
                        Stream.of(0, 9, 65_535).map(ExifBuilder::orientation).toList()),
                everywhere(
                        "orientation of another type, count or place",
                        List.of(
                                new ExifBuilder(1)
                                        .entry(ORIENTATION, LONG, 1, 0xFFFFFFFFL)
                                        .tiff(),
                                new ExifBuilder(1)
                                        .entry(ORIENTATION, SHORT, 0xFFFFFFFFL, 6L << 16)
                                        .tiff(),
                                new ExifBuilder(1)
                                        .entry(ORIENTATION, ASCII, 1, 0x36000000)
                                        .tiff(),
                                new ExifBuilder(1)
                                        .entry(ORIENTATION, 0xFFFF, 1, 6L << 16)
                                        .tiff())),
                everywhere(
                        "EXIF directory that points at itself",
                        List.of(
                                new ExifBuilder(1)
                                        .shortValue(ORIENTATION, 6)
                                        .next(8)
                                        .tiff(),
                                new ExifBuilder(2)
                                        .entry(EXIF_DIRECTORY, LONG, 1, 8)
                                        .entry(GPS_DIRECTORY, LONG, 1, 8)
                                        .next(8)
                                        .tiff(),
                                new ExifBuilder(1)
                                        .entry(EXIF_DIRECTORY, LONG, 1, 10)
                                        .next(9)
                                        .tiff())),
                everywhere(
                        "EXIF count 0x24000000",
                        List.of(
                                new ExifBuilder(1)
                                        .entry(MAKE, ASCII, 0x24000000, 26)
                                        .tiff(),
                                new ExifBuilder(1)
                                        .entry(MAKER_NOTE, UNDEFINED, 0x24000000, 0)
                                        .tiff(),
                                new ExifBuilder(1)
                                        .entry(EXIF_DIRECTORY, LONG, 0x24000000, 8)
                                        .tiff())),
                everywhere(
                        "EXIF that says it has 65535 entries",
                        List.of(
                                new ByteWriter()
                                        .latin1("MM\0*")
                                        .u32(8)
                                        .u16(0xFFFF)
                                        .toBytes(),
                                new ByteWriter()
                                        .latin1("II*\0")
                                        .u32le(8)
                                        .u16le(0xFFFF)
                                        .repeat(500, 7)
                                        .toBytes())),
                everywhere(
                        "EXIF that is cut off, empty, or somewhere else",
                        List.of(
                                new byte[0],
                                new ByteWriter().latin1("MM").toBytes(),
                                new ByteWriter()
                                        .latin1("MM\0*")
                                        .u32(0xFFFFFFFFL)
                                        .toBytes(),
                                new ByteWriter().latin1("MM\0*").u32(7).u16(1).toBytes(),
                                new ByteWriter()
                                        .latin1("II*\0")
                                        .u32le(0x7FFFFFFF)
                                        .u16(1)
                                        .toBytes())),
                row("all at once in a JPEG", renditions().without(LEAKS), MetadataCases::jpeg),
                row("all at once in a PNG", renditions().without(LEAKS), MetadataCases::png),
                row("all at once in a WebP", renditions().without(LEAKS), MetadataCases::webp),
                row("all at once in a GIF", renditions().without(LEAKS), MetadataCases::gif));
    }

    private static HostileCase everywhere(String name, List<byte[]> tiffs) {
        return rows(
                name,
                renditions().without("Exif\0\0MM\0*\0\0\0\7", "\0\0\u00FF\u00FF"),
                () -> tiffs.stream()
                        .flatMap(tiff -> Stream.of(
                                JpegBuilder.behindStart(
                                        ValidPictures.jpeg(), new JpegBuilder().segment(0xE1, ExifBuilder.app1(tiff))),
                                PngBuilder.small()
                                        .chunk("eXIf", tiff)
                                        .idat(PngBuilder.smallRows())
                                        .end(),
                                new WebpBuilder()
                                        .extended(WebpBuilder.EXIF, SIDE, SIDE)
                                        .raw(WebpBuilder.bitstream(ValidPictures.webp()))
                                        .chunk("EXIF", tiff)
                                        .end())));
    }

    /** EXIF with GPS, serial number and maker note, and a second directory with a thumbnail. */
    private static byte[] exif() {
        ExifBuilder exif = new ExifBuilder(6).shortValue(ORIENTATION, 6);
        exif.entry(MAKE, ASCII, ascii("MAKELEAK\0")).entry(MAKER_NOTE, UNDEFINED, ascii("MAKERNOTELEAK"));
        exif.entry(SERIAL_NUMBER, ASCII, ascii("SERIALLEAK\0"));
        // a separate directory and a JPEG among the values
        exif.entry(GPS_DIRECTORY, LONG, ascii("\0\1\0\2\0\5\0\0\0\3GPSLEAK\0\0\0\0\0"));
        return exif.entry(0x0201, UNDEFINED, thumbnail()).next(30).tiff();
    }

    private static byte[] thumbnail() {
        return JpegBuilder.flat(8, 8, 1).segment(0xFE, "THUMBNAILLEAK").end();
    }

    private static byte[] xmp() {
        return ascii("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<exif:GPSLatitude>52,30.5N XMPLEAK</exif:GPSLatitude></x:xmpmeta><?xpacket end='w'?>");
    }

    /** An IPTC resource with dataset 2:90, city. */
    private static byte[] iptc() {
        byte[] city = new ByteWriter().u8(0x1C, 2, 90).u16(8).latin1("IPTCLEAK").toBytes();
        return new ByteWriter()
                .latin1("Photoshop 3.0\0" + "8BIM")
                .u16(0x0404)
                .u16(0)
                .u32(city.length)
                .bytes(city)
                .u8(0)
                .toBytes();
    }

    private static byte[] video() {
        return new ByteWriter()
                .u32(24)
                .latin1("ftypmp42\0\0\0\0mp42isom")
                .latin1("VIDEOLEAK")
                .toBytes();
    }

    static byte[] jpeg() {
        JpegBuilder metadata = new JpegBuilder()
                .segment(0xE1, ExifBuilder.app1(exif()))
                .segment(0xE1, ByteWriter.join(ascii("http://ns.adobe.com/xap/1.0/\0"), xmp()))
                .segment(0xE1, ascii("http://ns.adobe.com/xmp/extension/\0EXTENDEDLEAK"))
                .segment(0xE2, ascii("MPF\0SECONDPICTURELEAK"))
                .segment(0xED, iptc())
                .segment(0xE5, ascii("APP5LEAK"))
                .segment(0xFE, ascii("COMMENTLEAK"));
        return ByteWriter.join(JpegBuilder.behindStart(ValidPictures.jpeg(), metadata), thumbnail(), video());
    }

    private static byte[] png() {
        return ByteWriter.join(
                PngBuilder.small()
                        .chunk("eXIf", exif())
                        .chunk("iTXt", ByteWriter.join(ascii("XML:com.adobe.xmp\0\0\0\0\0"), xmp()))
                        .chunk("tEXt", "Comment\0TEXTLEAK")
                        .chunk("zTXt", ByteWriter.join(ascii("Raw profile type iptc\0\0"), ZlibStreams.of(iptc())))
                        .chunk("zTXt", ByteWriter.join(ascii("Stored\0\0"), ZlibStreams.stored(ascii("STOREDLEAK"))))
                        .chunk("tIME", new byte[] {7, (byte) 0xE8, 1, 2, 3, 4, 5})
                        .chunk("prVt", "PRIVATELEAK")
                        .idat(PngBuilder.smallRows())
                        .chunk("eXIf", exif())
                        .end(),
                video());
    }

    private static byte[] webp() {
        byte[] picture = new WebpBuilder()
                .extended(WebpBuilder.EXIF | WebpBuilder.XMP, SIDE, SIDE)
                .raw(WebpBuilder.bitstream(ValidPictures.webp()))
                .chunk("EXIF", exif())
                .chunk("EXIF", ExifBuilder.app1(exif()))
                .chunk("XMP ", xmp())
                .chunk("EVIL", ascii("UNKNOWNLEAK"))
                .end();
        return ByteWriter.join(picture, video());
    }

    private static byte[] gif() {
        byte[] picture = GifBuilder.screen(24, 24)
                .extension(0xFE, ascii("COMMENTLEAK"))
                .raw(new ByteWriter().u8(0x21, 0xFF, 11).latin1("XMP DataXMP").toBytes())
                .raw(ByteWriter.join(new byte[] {(byte) 200}, Arrays.copyOf(xmp(), 200), new byte[1]))
                .raw(new ByteWriter()
                        .u8(0x21, 0x01, 12)
                        .repeat(12, 0)
                        .u8(8)
                        .latin1("TEXTLEAK")
                        .u8(0)
                        .toBytes())
                .image(0, 0, 24, 24, GifLzwBuilder.encode(2, GifBuilder.stripes(24 * 24)))
                .end();
        return ByteWriter.join(picture, video());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
