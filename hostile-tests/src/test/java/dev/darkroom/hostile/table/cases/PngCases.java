package dev.darkroom.hostile.table.cases;

import static dev.darkroom.core.Failure.OverLimit.Kind.PIXELS;
import static dev.darkroom.core.Failure.OverLimit.Kind.SIDE;
import static dev.darkroom.hostile.file.PngBuilder.GRAY;
import static dev.darkroom.hostile.file.PngBuilder.PALETTE;
import static dev.darkroom.hostile.file.PngBuilder.RGB;
import static dev.darkroom.hostile.file.PngBuilder.RGBA;
import static dev.darkroom.hostile.file.PngBuilder.header;
import static dev.darkroom.hostile.file.PngBuilder.small;
import static dev.darkroom.hostile.file.PngBuilder.smallRows;
import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.overLimit;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static dev.darkroom.hostile.table.ExpectedOutcome.unrecognized;
import static dev.darkroom.hostile.table.ExpectedOutcome.unsupported;
import static dev.darkroom.hostile.table.HostileCase.row;
import static dev.darkroom.hostile.table.HostileCase.rows;

import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.file.ZlibStreams;
import dev.darkroom.hostile.table.HostileCase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Cases of PNG: false values in header, chunks and pixels. */
final class PngCases {
    private PngCases() {}

    static List<HostileCase> all() {
        return List.of(
                rows(
                        "PNG truncated at every byte",
                        unrecognized().or(malformed()).or(renditions()).because("only IEND is missing"),
                        () -> HostileCase.beginnings(ValidPictures.png())),
                rows(
                        "PNG of zero width or height",
                        malformed(),
                        () -> Stream.of(
                                header(0, 5, 8, RGB).idat(new byte[5]).end(),
                                header(5, 0, 8, RGB).idat(new byte[5]).end())),
                rows(
                        "PNG 2\u00B3\u00B9 \u2212 1 wide, high, and a little more",
                        overLimit(SIDE).or(malformed()),
                        () -> Stream.of(
                                header(0x7FFFFFFF, 1, 8, RGB).idat(new byte[5]).end(),
                                header(1, 0x7FFFFFFF, 8, RGBA).idat(new byte[5]).end(),
                                header(0x7FFFFFFF, 0x7FFFFFFF, 16, RGBA)
                                        .idat(new byte[5])
                                        .end(),
                                header(0x80000000L, 1, 8, GRAY)
                                        .idat(new byte[5])
                                        .end(),
                                header(0xFFFFFFFFL, 0xFFFFFFFFL, 8, GRAY)
                                        .idat(new byte[5])
                                        .end())),
                row(
                        "PNG 100k x 100k in 50 bytes",
                        malformed().because("it has no pixels"),
                        () -> header(100_000, 100_000, 8, RGB).cut()),
                row(
                        "PNG 100k x 100k",
                        overLimit(SIDE),
                        () -> header(100_000, 100_000, 1, GRAY)
                                .idat(new byte[5])
                                .end()),
                row(
                        "PNG 65535 x 65535",
                        overLimit(PIXELS),
                        () -> header(65_535, 65_535, 1, GRAY).idat(new byte[5]).end()),
                row(
                        "PNG 65535 wide, one row",
                        renditions(),
                        () -> header(65_535, 1, 16, RGBA)
                                .idat(new byte[1 + 8 * 65_535])
                                .end()),
                row(
                        "PNG 65535 high, one column",
                        unsupported("WebP holds at most"),
                        () -> header(1, 65_535, 16, RGBA)
                                .idat(new byte[9 * 65_535])
                                .end()),
                rows(
                        "PNG of impossible depths, types and methods",
                        malformed(),
                        () -> Stream.of(
                                header(5, 5, 3, GRAY).idat(new byte[99]).end(),
                                header(5, 5, 16, PALETTE).idat(new byte[99]).end(),
                                header(5, 5, 8, 1).idat(new byte[99]).end(),
                                header(5, 5, 8, 255).idat(new byte[99]).end(),
                                header(5, 5, 8, RGB, 2).idat(new byte[99]).end())),
                row(
                        "IDAT shorter than IHDR says",
                        malformed(),
                        () -> small().idat(Arrays.copyOf(smallRows(), smallRows().length - 1))
                                .end()),
                row(
                        "IDAT longer than IHDR says",
                        renditions(),
                        () -> small().idat(Arrays.copyOf(smallRows(), 100_000)).end()),
                row("no IDAT", malformed(), () -> small().end()),
                row(
                        "IDAT of no bytes",
                        malformed(),
                        () -> small().chunk("IDAT", new byte[0]).end()),
                row(
                        "IDAT that is no deflate stream",
                        malformed(),
                        () -> small().chunk("IDAT", "these are no pixels").end()),
                row(
                        "IDAT with a wrong Adler-32",
                        malformed(),
                        () -> small().chunk("IDAT", ZlibStreams.withWrongChecksum(smallRows()))
                                .end()),
                row("unknown filter types", malformed(), () -> {
                    byte[] bad = smallRows();
                    bad[0] = (byte) 200;
                    return small().idat(bad).end();
                }),
                rows(
                        "wrong CRC of IHDR, IDAT or IEND",
                        malformed(),
                        () -> Stream.of(
                                badHeaderCrc(),
                                small().chunkWithBadCrc("IDAT", ZlibStreams.of(smallRows()))
                                        .end(),
                                small().idat(smallRows())
                                        .chunkWithBadCrc("IEND", new byte[0])
                                        .cut())),
                row(
                        "wrong CRC of an ancillary chunk",
                        renditions(),
                        () -> small().chunkWithBadCrc("gAMA", new byte[] {0, 0, 0, 1})
                                .idat(smallRows())
                                .end()),
                rows(
                        "PLTE too short, too long, of no whole colours, missing or twice",
                        malformed(),
                        () -> Stream.of(
                                indexed(new byte[0]),
                                indexed(new byte[4]),
                                indexed(new byte[3 * 257]),
                                header(8, 8, 8, PALETTE).idat(new byte[72]).end(),
                                header(8, 8, 8, PALETTE)
                                        .chunk("PLTE", new byte[6])
                                        .chunk("PLTE", new byte[6])
                                        .idat(new byte[72])
                                        .end())),
                row(
                        "palette index out of range",
                        renditions().or(malformed()).because("libpng shows black"),
                        () -> indexed(new byte[3])),
                row(
                        "tRNS longer than the palette",
                        renditions(),
                        () -> header(8, 8, 8, PALETTE)
                                .chunk("PLTE", new byte[6])
                                .chunk("tRNS", new byte[256])
                                .idat(new byte[72])
                                .end()),
                rows("16-bit Adam7 of every size up to 9 x 9", renditions(), PngCases::smallInterlaced),
                row(
                        "16-bit Adam7 with a pass missing",
                        malformed(),
                        () -> header(64, 64, 16, RGBA, 1)
                                .idat(new byte[8 * 64 * 64])
                                .end()),
                row(
                        "16-bit Adam7, one row of 65535",
                        renditions(),
                        () -> header(65_535, 1, 16, RGBA, 1)
                                .idat(new byte[600_000])
                                .end()),
                row(
                        "chunk length 0xFFFFFFFF",
                        malformed(),
                        () -> small().lyingChunk(0xFFFFFFFFL, "IDAT", ZlibStreams.of(smallRows()))
                                .end()),
                row(
                        "chunk length 0x7FFFFFFF",
                        malformed(),
                        () -> small().lyingChunk(0x7FFFFFFF, "tEXt", new byte[3])
                                .idat(smallRows())
                                .end()),
                row(
                        "unknown critical chunk",
                        malformed(),
                        () -> small().chunk("EVIL", new byte[3])
                                .idat(smallRows())
                                .end()),
                row(
                        "chunk type of no letters",
                        malformed(),
                        () -> small().chunk("\0\1\2\3", new byte[3])
                                .idat(smallRows())
                                .end()),
                row(
                        "IHDR twice",
                        malformed(),
                        () -> small().chunk("IHDR", new byte[13])
                                .idat(smallRows())
                                .end()),
                row("Apple's CgBI", unsupported("CgBI"), PngCases::apples));
    }

    private static byte[] badHeaderCrc() {
        byte[] png = ValidPictures.png();
        png[29] ^= 1;
        return png;
    }

    /** A picture of 8 x 8 pixels with indices up to 71. */
    private static byte[] indexed(byte[] palette) {
        byte[] indices = new byte[72];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i % 9 == 0 ? 0 : (byte) i;
        }
        return header(8, 8, 8, PALETTE).chunk("PLTE", palette).idat(indices).end();
    }

    private static Stream<byte[]> smallInterlaced() {
        return Stream.iterate(0, i -> i < 81, i -> i + 1).map(i -> {
            int width = 1 + i % 9;
            int height = 1 + i / 9;
            return header(width, height, 16, RGBA, 1)
                    .idat(new byte[8 * width * height + 60])
                    .end();
        });
    }

    private static byte[] apples() {
        byte[] png = ValidPictures.png();
        byte[] chunk = {0, 0, 0, 4, 'C', 'g', 'B', 'I', 0x50, 0, 0x20, 6, 0x2B, (byte) 0xD5, (byte) 0xB3, 0x7F};
        return ByteWriter.join(Arrays.copyOf(png, 8), chunk, Arrays.copyOfRange(png, 8, png.length));
    }
}
