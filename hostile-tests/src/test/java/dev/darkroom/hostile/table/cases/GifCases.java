package dev.darkroom.hostile.table.cases;

import static dev.darkroom.core.Failure.OverLimit.Kind.FRAMES;
import static dev.darkroom.core.Failure.OverLimit.Kind.MEMORY;
import static dev.darkroom.core.Failure.OverLimit.Kind.PIXELS;
import static dev.darkroom.core.Failure.OverLimit.Kind.SIDE;
import static dev.darkroom.hostile.file.GifBuilder.screen;
import static dev.darkroom.hostile.file.GifBuilder.stripes;
import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.overLimit;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static dev.darkroom.hostile.table.ExpectedOutcome.unrecognized;
import static dev.darkroom.hostile.table.HostileCase.row;
import static dev.darkroom.hostile.table.HostileCase.rows;

import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.GifBuilder;
import dev.darkroom.hostile.file.GifLzwBuilder;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.table.HostileCase;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cases of GIF: screen, frames and LZW data. */
final class GifCases {
    private static final byte[] PIXEL = GifLzwBuilder.encode(2, new byte[1]);

    private GifCases() {}

    static List<HostileCase> all() {
        return List.of(
                rows(
                        "GIF truncated at every byte",
                        unrecognized().or(malformed()).or(renditions()).because("only the trailer is missing"),
                        () -> HostileCase.beginnings(ValidPictures.gif())),
                row(
                        "GIF of 35 bytes that says it is 65535\u00B2",
                        overLimit(PIXELS),
                        () -> screen(65_535, 65_535).image(0, 0, 1, 1, PIXEL).end()),
                row(
                        "GIF whose first frame says it is 65535\u00B2",
                        overLimit(PIXELS),
                        () -> screen(1, 1).image(0, 0, 65_535, 65_535, PIXEL).end()),
                row(
                        "GIF whose first frame lies far outside of its screen",
                        overLimit(SIDE),
                        () -> screen(1, 1).image(65_535, 65_535, 1, 1, PIXEL).end()),
                row(
                        "GIF of one pixel on as large a screen as is allowed",
                        renditions(),
                        () -> screen(6000, 4000).image(0, 0, 1, 1, PIXEL).end()),
                row(
                        "GIF of no pixels",
                        malformed(),
                        () -> screen(0, 0).image(0, 0, 0, 0, PIXEL).end()),
                row(
                        "GIF whose frame is empty",
                        renditions().or(malformed()),
                        () -> screen(10, 10).image(0, 0, 0, 0, PIXEL).end()),
                row("GIF without frames", malformed(), () -> screen(10, 10).end()),
                row("GIF of 65k one-pixel frames", overLimit(FRAMES), () -> frames(65_000)),
                row("GIF of as many one-pixel frames as are allowed", renditions(), () -> frames(10_000)),
                row(
                        "LZW table that is never cleared",
                        renditions(),
                        () -> screen(1000, 1000)
                                .image(0, 0, 1000, 1000, GifLzwBuilder.encode(2, noise(1_000_000)))
                                .end()),
                row(
                        "LZW table that is cleared before each code",
                        renditions(),
                        () -> screen(400, 400)
                                .image(0, 0, 400, 400, GifLzwBuilder.codes(2, 3, clearing(160_000)))
                                .end()),
                row(
                        "LZW codes that are not there yet",
                        malformed(),
                        () -> screen(10, 10)
                                .image(0, 0, 10, 10, GifLzwBuilder.codes(2, 3, 4, 7, 7, 7, 7))
                                .end()),
                row(
                        "LZW that starts with its end",
                        malformed(),
                        () -> screen(10, 10)
                                .image(0, 0, 10, 10, GifLzwBuilder.codes(2, 3, 4, 5))
                                .end()),
                rows(
                        "LZW minimum code sizes that do not exist",
                        malformed().or(renditions()),
                        () -> Stream.of(0, 1, 9, 11, 12, 13, 64, 255)
                                .map(size -> screen(10, 10)
                                        .image(0, 0, 10, 10, ByteWriter.join(new byte[] {(byte) (int) size}, sub(99)))
                                        .end())),
                row(
                        "LZW strings that double, as many pixels as are allowed",
                        renditions(),
                        () -> screen(6000, 4000)
                                .image(0, 0, 6000, 4000, GifLzwBuilder.encode(2, new byte[24_000_000]))
                                .end()),
                row(
                        "interlaced, as many pixels as are allowed",
                        overLimit(MEMORY).or(renditions()).because("it has to be held as a whole"),
                        () -> screen(6000, 4000)
                                .image(0, 0, 6000, 4000, 0x40, GifLzwBuilder.encode(2, new byte[24_000_000]))
                                .end()),
                rows(
                        "interlaced, of every height up to 20",
                        renditions(),
                        () -> IntStream.rangeClosed(1, 20)
                                .mapToObj(height -> screen(7, height)
                                        .image(0, 0, 7, height, 0x40, GifLzwBuilder.encode(2, stripes(7 * height)))
                                        .end())),
                row(
                        "more pixels than the frame has",
                        renditions(),
                        () -> screen(10, 10)
                                .image(0, 0, 10, 10, GifLzwBuilder.encode(2, noise(1_000_000)))
                                .end()),
                row(
                        "8 MB of empty blocks",
                        renditions(),
                        () -> GifBuilder.screen(10, 10)
                                .raw(new byte[8 << 20])
                                .image(0, 0, 10, 10, GifLzwBuilder.encode(2, stripes(100)))
                                .end()),
                row("a million empty extensions", renditions(), () -> {
                    GifBuilder gif = screen(10, 10);
                    for (int i = 0; i < 1_000_000; i++) {
                        gif.raw(new byte[] {0x21, (byte) 0xF9, 0});
                    }
                    return gif.image(0, 0, 10, 10, GifLzwBuilder.encode(2, stripes(100)))
                            .end();
                }),
                row(
                        "unknown block",
                        malformed(),
                        () -> screen(10, 10).raw(new byte[] {0x55}).end()),
                row(
                        "colours beyond the table",
                        renditions().or(malformed()),
                        () -> screen(10, 10)
                                .image(0, 0, 10, 10, GifLzwBuilder.encode(8, noise(100)))
                                .end()),
                row(
                        "no colour table at all",
                        renditions().or(malformed()),
                        () -> new ByteWriter()
                                .latin1("GIF89a")
                                .u16le(10)
                                .u16le(10)
                                .u8(0, 0, 0)
                                .u8(0x2C)
                                .repeat(4, 0)
                                .u16le(10)
                                .u16le(10)
                                .u8(0)
                                .bytes(GifLzwBuilder.encode(2, stripes(100)))
                                .u8(0x3B)
                                .toBytes()));
    }

    private static byte[] frames(int count) {
        GifBuilder gif = screen(4, 4);
        for (int i = 0; i < count; i++) {
            gif.image(0, 0, 1, 1, PIXEL);
        }
        return gif.end();
    }

    /** Random indices below four, which hardly compress. */
    private static byte[] noise(int count) {
        byte[] indices = new byte[count];
        new Random(11).nextBytes(indices);
        for (int i = 0; i < count; i++) {
            indices[i] &= 3;
        }
        return indices;
    }

    private static int[] clearing(int pixels) {
        int[] codes = new int[2 * pixels];
        for (int i = 0; i < codes.length; i += 2) {
            codes[i] = 4;
        }
        return codes;
    }

    private static byte[] sub(int length) {
        return ByteWriter.join(new byte[] {(byte) length}, Arrays.copyOf(new byte[] {1, 2, 3}, length), new byte[1]);
    }
}
