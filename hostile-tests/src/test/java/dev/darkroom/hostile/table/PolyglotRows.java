package dev.darkroom.hostile.table;

import static dev.darkroom.hostile.table.Expected.disallowed;
import static dev.darkroom.hostile.table.Expected.renditions;
import static dev.darkroom.hostile.table.Expected.renditionsOf;
import static dev.darkroom.hostile.table.Row.row;
import static dev.darkroom.hostile.table.Row.rows;

import dev.darkroom.core.Format;
import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.Deflated;
import dev.darkroom.hostile.file.GifBuilder;
import dev.darkroom.hostile.file.GifLzw;
import dev.darkroom.hostile.file.Innocent;
import dev.darkroom.hostile.file.JpegBuilder;
import dev.darkroom.hostile.file.Payload;
import dev.darkroom.hostile.file.PngBuilder;
import dev.darkroom.hostile.file.WebpBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Pictures that are something else as well. Only the first bytes count, and nothing but pixels comes out. */
final class PolyglotRows {
    private static final String[] MARKS =
            Arrays.stream(Payload.values()).map(Payload::mark).toArray(String[]::new);

    private PolyglotRows() {}

    static List<Row> all() {
        return List.of(
                row("PNG named .jpg", renditionsOf(Format.PNG), Innocent::png).named("photo.jpg"),
                row("GIF named .png", renditionsOf(Format.GIF), Innocent::gif).named("photo.png"),
                row("WebP named .gif", renditionsOf(Format.WEBP), Innocent::webp)
                        .named("photo.gif"),
                row("JPEG named .html", renditionsOf(Format.JPEG), Innocent::jpeg)
                        .named("photo.html"),
                row("HTML named .jpg", disallowed(Format.HTML), Payload.HTML::bytes)
                        .named("photo.jpg"),
                row("SVG named .png", disallowed(Format.SVG), Innocent::svg).named("photo.png"),
                behind("JPEG", Innocent::jpeg),
                behind("PNG", Innocent::png),
                behind("GIF", Innocent::gif),
                behind("WebP", Innocent::webp),
                before(Payload.HTML, Format.HTML),
                before(Payload.PDF, Format.PDF),
                before(Payload.ZIP, Format.ZIP),
                before(Payload.JAR, Format.ZIP),
                clean(
                        "payload in a JPEG's comment",
                        payload -> JpegBuilder.behindStart(Innocent.jpeg(), new JpegBuilder().segment(0xFE, payload))),
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
                                .image(0, 0, 24, 24, GifLzw.encode(2, GifBuilder.stripes(24 * 24)))
                                .end()),
                clean(
                        "payload in a WebP's unknown chunk",
                        payload -> new WebpBuilder()
                                .extended(0, Innocent.SIDE, Innocent.SIDE)
                                .raw(WebpBuilder.bitstream(Innocent.webp()))
                                .chunk("EVIL", payload)
                                .end()),
                clean(
                        "payload between a JPEG's segments",
                        payload -> JpegBuilder.behindStart(
                                Innocent.jpeg(),
                                new JpegBuilder().segment(0xE0, "JFIF").raw(payload))),
                row(
                        "PNG whose IDAT inflates to PHP",
                        renditions().because("deflate may leave pixels that spell something as they are"),
                        () -> pngOf(Deflated.of(phpRows()))),
                row(
                        "PNG whose IDAT is PHP to the letter, as it is not compressed",
                        renditions().because("deflate may leave pixels that spell something as they are"),
                        () -> pngOf(Deflated.stored(phpRows()))));
    }

    private interface Hidden {
        byte[] in(byte[] payload);
    }

    private interface Picture {
        byte[] file();
    }

    private static Row behind(String format, Picture picture) {
        return clean("payload behind the end of a " + format, payload -> ByteWriter.join(picture.file(), payload));
    }

    private static Row clean(String name, Hidden hidden) {
        return rows(
                name,
                renditions().without(MARKS),
                () -> Arrays.stream(Payload.values()).map(payload -> hidden.in(payload.bytes())));
    }

    private static Row before(Payload payload, Format format) {
        return rows(
                payload + " with a picture behind it",
                disallowed(format),
                () -> Stream.of(Innocent.jpeg(), Innocent.png(), Innocent.gif(), Innocent.webp())
                        .map(picture -> ByteWriter.join(payload.bytes(), picture)));
    }

    private static byte[] pngOf(byte[] idat) {
        return PngBuilder.small().chunk("IDAT", idat).end();
    }

    /** Rows of 24 RGB pixels without a filter, all made of PHP. */
    private static byte[] phpRows() {
        byte[] rows = PngBuilder.smallRows();
        byte[] php = Payload.PHP.bytes();
        for (int start = 1; start + php.length < rows.length; start += 1 + 3 * Innocent.SIDE) {
            System.arraycopy(php, 0, rows, start, php.length);
        }
        return rows;
    }
}
