package dev.darkroom.hostile.table.cases;

import static dev.darkroom.hostile.table.ExpectedOutcome.disallowed;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditionsOf;
import static dev.darkroom.hostile.table.HostileCase.row;
import static dev.darkroom.hostile.table.HostileCase.rows;

import dev.darkroom.core.Format;
import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.ExifBuilder;
import dev.darkroom.hostile.file.GifBuilder;
import dev.darkroom.hostile.file.GifLzwBuilder;
import dev.darkroom.hostile.file.JpegBuilder;
import dev.darkroom.hostile.file.Payload;
import dev.darkroom.hostile.file.PngBuilder;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.file.WebpBuilder;
import dev.darkroom.hostile.file.ZlibStreams;
import dev.darkroom.hostile.table.ExpectedOutcome;
import dev.darkroom.hostile.table.HostileCase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cases of polyglots: pictures that are also valid in another format. Only the first bytes decide the format, and only pixels are in the
 * output.
 */
final class PolyglotCases {
    private static final String[] MARKS =
            Arrays.stream(Payload.values()).map(Payload::mark).toArray(String[]::new);

    /**
     * Expects that a text can occur only in coded pixels. The sender chooses the pixels. The pixels of a small PNG stay unchanged, and
     * deflate stores data that it cannot compress. A sender who knows the encoder can choose pixels whose coded form contains any text. So
     * no encoder can guarantee that a text does not occur there. The server must not execute a picture. The guarantee is that no other part
     * of the file contains the text.
     */
    private static final ExpectedOutcome ONLY_IN_PIXELS =
            renditions().withoutButInPixels(MARKS).because("pixels are the sender's to choose");

    private PolyglotCases() {}

    static List<HostileCase> all() {
        return List.of(
                row("PNG named .jpg", renditionsOf(Format.PNG), ValidPictures::png)
                        .named("photo.jpg"),
                row("GIF named .png", renditionsOf(Format.GIF), ValidPictures::gif)
                        .named("photo.png"),
                row("WebP named .gif", renditionsOf(Format.WEBP), ValidPictures::webp)
                        .named("photo.gif"),
                row("JPEG named .svg", renditionsOf(Format.JPEG), ValidPictures::jpeg)
                        .named("drawing.svg")
                        .acceptingSvg(),
                row("PNG without any ending", renditionsOf(Format.PNG), ValidPictures::png)
                        .named("photo"),
                row("PNG named as a page in a JAR", renditionsOf(Format.PNG), ValidPictures::png)
                        .named("x.jar!;.html%00.php"),
                row("lossless WebP named .jpeg", renditionsOf(Format.WEBP), ValidPictures::losslessWebp)
                        .named("photo.jpeg"),
                row("ZIP named .webp", disallowed(Format.ZIP), Payload.ZIP::bytes)
                        .named("photo.webp"),
                row("PDF named .gif", disallowed(Format.PDF), Payload.PDF::bytes)
                        .named("photo.gif"),
                row("JPEG named .html", renditionsOf(Format.JPEG), ValidPictures::jpeg)
                        .named("photo.html"),
                row("HTML named .jpg", disallowed(Format.HTML), Payload.HTML::bytes)
                        .named("photo.jpg"),
                row("SVG named .png", disallowed(Format.SVG), ValidPictures::svg)
                        .named("photo.png"),
                behind("JPEG", ValidPictures::jpeg),
                behind("PNG", ValidPictures::png),
                behind("GIF", ValidPictures::gif),
                behind("WebP", ValidPictures::webp),
                before(Payload.HTML, Format.HTML),
                before(Payload.PDF, Format.PDF),
                before(Payload.ZIP, Format.ZIP),
                before(Payload.JAR, Format.ZIP),
                clean(
                        "payload in a JPEG's application segment",
                        payload -> JpegBuilder.behindStart(
                                ValidPictures.jpeg(), new JpegBuilder().segment(0xE9, payload))),
                clean(
                        "payload in a JPEG's EXIF, which it says is a thumbnail",
                        payload -> JpegBuilder.behindStart(
                                ValidPictures.jpeg(),
                                new JpegBuilder()
                                        .segment(
                                                0xE1,
                                                ExifBuilder.app1(new ExifBuilder(2)
                                                        .entry(0x0202, ExifBuilder.LONG, 1, payload.length)
                                                        .entry(0x0201, ExifBuilder.UNDEFINED, payload)
                                                        .tiff())))),
                clean(
                        "payload in a PNG's private chunk, and in one that comes behind its pixels",
                        payload -> PngBuilder.small()
                                .chunk("evIl", payload)
                                .idat(PngBuilder.smallRows())
                                .chunk("evIl", payload)
                                .end()),
                clean(
                        "payload in the name of a PNG's profile",
                        payload -> PngBuilder.small()
                                .chunk("iCCP", ByteWriter.join(payload, new byte[2], ZlibStreams.stored(payload)))
                                .idat(PngBuilder.smallRows())
                                .end()),
                clean(
                        "payload as a PNG's palette and transparency",
                        payload -> PngBuilder.small()
                                .chunk("PLTE", Arrays.copyOf(payload, 3 * Math.min(256, (payload.length + 2) / 3)))
                                .idat(PngBuilder.smallRows())
                                .end()),
                coded(
                        "payload behind a PNG's pixels, in their stream",
                        payload -> PngBuilder.small()
                                .chunk("IDAT", ZlibStreams.stored(ByteWriter.join(PngBuilder.smallRows(), payload)))
                                .end()),
                coded(
                        "payload behind a PNG's stream, in its chunk",
                        payload -> PngBuilder.small()
                                .chunk("IDAT", ByteWriter.join(ZlibStreams.of(PngBuilder.smallRows()), payload))
                                .end()),
                coded(
                        "payload in a chunk of image data behind all of a PNG's stream",
                        payload -> PngBuilder.small()
                                .idat(PngBuilder.smallRows())
                                .chunk("IDAT", payload)
                                .end()),
                coded("payload behind a GIF's last code, in its image", payload -> {
                    byte[] lzw = GifLzwBuilder.encode(2, GifBuilder.stripes(24 * 24));
                    return GifBuilder.screen(24, 24)
                            .image(
                                    0,
                                    0,
                                    24,
                                    24,
                                    ByteWriter.join(Arrays.copyOf(lzw, lzw.length - 1), GifBuilder.subBlocks(payload)))
                            .end();
                }),
                coded(
                        "payload behind a WebP's pixels, in their chunk",
                        payload -> new WebpBuilder()
                                .chunk(
                                        "VP8L",
                                        ByteWriter.join(
                                                Arrays.copyOfRange(
                                                        ValidPictures.losslessWebp(),
                                                        20,
                                                        ValidPictures.losslessWebp().length),
                                                payload))
                                .end()),
                coded("payload in a JPEG's scan, behind the last block", payload -> {
                    byte[] jpeg = ValidPictures.jpeg();
                    return ByteWriter.join(
                            Arrays.copyOf(jpeg, jpeg.length - 2), payload, new byte[] {(byte) 0xFF, (byte) 0xD9});
                }),
                row("GIF that is JavaScript", renditions().without("*/=alert"), PolyglotCases::gifScript),
                row(
                        "JPEG that is JavaScript",
                        renditions().without("*/=alert"),
                        () -> JpegBuilder.behindStart(
                                ValidPictures.jpeg(),
                                new JpegBuilder()
                                        .segment(
                                                0xFE,
                                                Arrays.copyOf(
                                                        "*/=alert(1)/*".getBytes(StandardCharsets.ISO_8859_1),
                                                        0x2F2A - 2)))),
                clean(
                        "payload in a JPEG's comment",
                        payload -> JpegBuilder.behindStart(
                                ValidPictures.jpeg(), new JpegBuilder().segment(0xFE, payload))),
                clean(
                        "payload in a PNG's text",
                        payload -> PngBuilder.small()
                                .chunk("tEXt", ByteWriter.join(new byte[] {'x', 0}, payload))
                                .idat(PngBuilder.smallRows())
                                .end()),
                clean(
                        "payload in a GIF's comment",
                        payload -> GifBuilder.screen(24, 24)
                                .extension(0xFE, payload)
                                .image(0, 0, 24, 24, GifLzwBuilder.encode(2, GifBuilder.stripes(24 * 24)))
                                .end()),
                clean(
                        "payload in a WebP's unknown chunk",
                        payload -> new WebpBuilder()
                                .extended(0, ValidPictures.SIDE, ValidPictures.SIDE)
                                .raw(WebpBuilder.bitstream(ValidPictures.webp()))
                                .chunk("EVIL", payload)
                                .end()),
                clean(
                        "payload between a JPEG's segments",
                        payload -> JpegBuilder.behindStart(
                                ValidPictures.jpeg(),
                                new JpegBuilder().segment(0xE0, "JFIF").raw(payload))),
                row("PNG whose IDAT inflates to PHP", ONLY_IN_PIXELS, () -> pngOf(ZlibStreams.of(phpRows()))),
                row(
                        "PNG whose IDAT is PHP to the letter, as it is not compressed",
                        ONLY_IN_PIXELS,
                        () -> pngOf(ZlibStreams.stored(phpRows()))));
    }

    private interface SecondFormat {
        byte[] in(byte[] payload);
    }

    private interface Picture {
        byte[] file();
    }

    private static HostileCase behind(String format, Picture picture) {
        return clean("payload behind the end of a " + format, payload -> ByteWriter.join(picture.file(), payload));
    }

    private static HostileCase clean(String name, SecondFormat hidden) {
        return payloads(name, renditions().without(MARKS), hidden);
    }

    /** A case whose text is in the coded pixels. A cleaned copy contains it, because it contains the coded pixels. */
    private static HostileCase coded(String name, SecondFormat hidden) {
        return payloads(name, ONLY_IN_PIXELS, hidden);
    }

    private static HostileCase payloads(String name, ExpectedOutcome expected, SecondFormat hidden) {
        return rows(name, expected, () -> Arrays.stream(Payload.values()).map(payload -> hidden.in(payload.bytes())));
    }

    private static HostileCase before(Payload payload, Format format) {
        return rows(
                payload + " with a picture behind it",
                disallowed(format),
                () -> Stream.of(ValidPictures.jpeg(), ValidPictures.png(), ValidPictures.gif(), ValidPictures.webp())
                        .map(picture -> ByteWriter.join(payload.bytes(), picture)));
    }

    private static byte[] pngOf(byte[] idat) {
        return PngBuilder.small().chunk("IDAT", idat).end();
    }

    /** A GIF whose width of 10,799 is the start of a comment in a script. */
    private static byte[] gifScript() {
        return GifBuilder.screen(0x2A2F, 10)
                .extension(0xFE, "*/=alert(1);/*".getBytes(StandardCharsets.ISO_8859_1))
                .image(0, 0, 24, 10, GifLzwBuilder.encode(2, GifBuilder.stripes(240)))
                .end();
    }

    /** Rows of 24 unfiltered RGB pixels that contain PHP code. */
    private static byte[] phpRows() {
        byte[] rows = PngBuilder.smallRows();
        byte[] php = Payload.PHP.bytes();
        for (int start = 1; start + php.length < rows.length; start += 1 + 3 * ValidPictures.SIDE) {
            System.arraycopy(php, 0, rows, start, php.length);
        }
        return rows;
    }
}
