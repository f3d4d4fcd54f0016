package dev.darkroom.hostile.table.cases;

import static dev.darkroom.core.Failure.OverLimit.Kind.FRAMES;
import static dev.darkroom.core.Failure.OverLimit.Kind.MEMORY;
import static dev.darkroom.core.Failure.OverLimit.Kind.PIXELS;
import static dev.darkroom.core.Failure.OverLimit.Kind.SIDE;
import static dev.darkroom.core.Failure.OverLimit.Kind.TIME;
import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.overLimit;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static dev.darkroom.hostile.table.ExpectedOutcome.unrecognized;
import static dev.darkroom.hostile.table.HostileCase.row;
import static dev.darkroom.hostile.table.HostileCase.rows;

import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.file.Vp8lBitWriter;
import dev.darkroom.hostile.file.WebpBuilder;
import dev.darkroom.hostile.table.HostileCase;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cases of WebP: the container, and the prefix codes of lossless pictures. */
final class WebpCases {
    private static final int GREEN = 256 + 24;

    private WebpCases() {}

    static List<HostileCase> all() {
        return List.of(
                rows(
                        "WebP truncated at every byte",
                        unrecognized().or(malformed()).or(renditions()).because("only padding is missing"),
                        () -> HostileCase.beginnings(ValidPictures.webp())),
                rows(
                        "lossless WebP truncated at every byte",
                        unrecognized().or(malformed()).or(renditions()).because("only padding is missing"),
                        () -> HostileCase.beginnings(ValidPictures.losslessWebp())),
                rows(
                        "WebP cut at every byte, and its lengths with it",
                        malformed(),
                        () -> cutBitstreams(ValidPictures.webp())),
                row("VP8L whose Huffman codes are all 15 bits long", malformed(), () -> vp8l(filled(GREEN, 15))),
                row("VP8L with an over-subscribed Huffman tree", malformed(), () -> vp8l(filled(GREEN, 1))),
                row(
                        "VP8L with one code of 15 bits",
                        renditions().because("of one symbol, it takes no bits"),
                        () -> vp8l(lengths(0, 15))),
                row("VP8L with a Huffman tree as deep as can be", renditions(), () -> vp8l(deep())),
                row("VP8L with a Huffman tree as deep as can be, one leaf short", malformed(), () -> {
                    int[] short1 = deep();
                    short1[15] = 0;
                    return vp8l(short1);
                }),
                rows("VP8L with Huffman trees of any shape", malformed(), () -> {
                    Random random = new Random(5);
                    return Stream.generate(() -> vp8l(random.ints(GREEN, 0, 16).toArray()))
                            .limit(200);
                }),
                row(
                        "VP8L of 65,536 groups of Huffman codes",
                        overLimit(TIME).because("it would take 800 MB as well"),
                        () -> new WebpBuilder()
                                .chunk("VP8L", Vp8lBitWriter.groups(1024))
                                .end()),
                row(
                        "VP8L of 4096 groups of Huffman codes in 37 kB",
                        overLimit(MEMORY),
                        () -> new WebpBuilder()
                                .chunk("VP8L", Vp8lBitWriter.groups(256))
                                .end()),
                row(
                        "alpha of 65,536 groups of Huffman codes",
                        overLimit(TIME),
                        () -> new WebpBuilder()
                                .extended(WebpBuilder.ALPHA, 1024, 1024)
                                .chunk("ALPH", Vp8lBitWriter.groupsOfAlpha(1024))
                                .raw(WebpBuilder.bitstream(ValidPictures.webp(1024)))
                                .end()),
                row(
                        "VP8L of as many groups of Huffman codes as its pixels are worth",
                        renditions(),
                        () -> new WebpBuilder()
                                .chunk("VP8L", Vp8lBitWriter.groups(128))
                                .end()),
                rows(
                        "VP8L with each transform twice",
                        malformed(),
                        () -> IntStream.range(0, 4)
                                .mapToObj(type -> new WebpBuilder()
                                        .chunk("VP8L", Vp8lBitWriter.twice(type))
                                        .end())),
                rows(
                        "VP8L with a colour cache of no size that there is",
                        malformed(),
                        () -> Stream.of(0, 12, 15)
                                .map(bits -> new WebpBuilder()
                                        .chunk("VP8L", Vp8lBitWriter.cached(bits))
                                        .end())),
                row(
                        "VP8L of nothing but its header",
                        malformed(),
                        () -> new WebpBuilder()
                                .chunk("VP8L", new byte[] {0x2F, 0, 0, 0, 0})
                                .end()),
                row(
                        "VP8L 16384 x 16384 in 50 bytes",
                        overLimit(PIXELS),
                        () -> new WebpBuilder()
                                .chunk(
                                        "VP8L",
                                        Vp8lBitWriter.picture(16_384, 16_384).end(20))
                                .end()),
                row(
                        "VP8L of 24 megapixels, all one colour",
                        overLimit(MEMORY),
                        () -> new WebpBuilder()
                                .chunk("VP8L", Vp8lBitWriter.flat(6000, 4000))
                                .end()),
                row(
                        "VP8L of 3 megapixels, all one colour",
                        renditions(),
                        () -> new WebpBuilder()
                                .chunk("VP8L", Vp8lBitWriter.flat(2000, 1500))
                                .end()),
                row("VP8X canvas larger than its picture", malformed(), () -> extended(0, 4000, 4000)),
                row("VP8X canvas smaller than its picture", malformed(), () -> extended(0, 8, 8)),
                row("VP8X canvas of 2\u00B2\u2074", overLimit(SIDE).or(malformed()), () -> extended(0, 1 << 24, 1)),
                row("VP8X canvas of 2\u00B2\u2074 squared", malformed(), () -> extended(0, 1 << 24, 1 << 24)),
                rows(
                        "VP8X cut off",
                        malformed(),
                        () -> IntStream.range(0, 10)
                                .mapToObj(length -> new WebpBuilder()
                                        .chunk("VP8X", new byte[length])
                                        .raw(picture())
                                        .end())),
                row(
                        "animation that says it is none",
                        malformed().or(renditions()),
                        () -> new WebpBuilder()
                                .extended(0, ValidPictures.SIDE, ValidPictures.SIDE)
                                .animation()
                                .frame(0, 0, ValidPictures.SIDE, ValidPictures.SIDE, picture())
                                .end()),
                row(
                        "still picture that says it is an animation",
                        malformed(),
                        () -> extended(WebpBuilder.ANIMATION, ValidPictures.SIDE, ValidPictures.SIDE)),
                rows(
                        "ANMF out of bounds",
                        malformed(),
                        () -> Stream.of(
                                animated(2, 0, ValidPictures.SIDE, ValidPictures.SIDE, picture()),
                                animated(0, 2, ValidPictures.SIDE, ValidPictures.SIDE, picture()),
                                animated(
                                        (1 << 25) - 2,
                                        (1 << 25) - 2,
                                        ValidPictures.SIDE,
                                        ValidPictures.SIDE,
                                        picture()),
                                animated(0, 0, 1 << 24, 1 << 24, picture()))),
                rows(
                        "ANMF whose picture has another size",
                        malformed(),
                        () -> Stream.of(
                                animated(0, 0, ValidPictures.SIDE - 1, ValidPictures.SIDE, picture()),
                                animated(0, 0, 1, 1, picture()))),
                rows(
                        "ANMF of nothing",
                        malformed(),
                        () -> Stream.of(
                                animated(0, 0, ValidPictures.SIDE, ValidPictures.SIDE, new byte[0]),
                                animated(0, 0, ValidPictures.SIDE, ValidPictures.SIDE, new byte[7]),
                                animated(
                                        0,
                                        0,
                                        ValidPictures.SIDE,
                                        ValidPictures.SIDE,
                                        new WebpBuilder()
                                                .chunk("ALPH", new byte[9])
                                                .end()))),
                row(
                        "a frame inside of a frame",
                        malformed(),
                        () -> animated(
                                0,
                                0,
                                ValidPictures.SIDE,
                                ValidPictures.SIDE,
                                ByteWriter.join(
                                        new ByteWriter()
                                                .latin1("ANMF")
                                                .u32le(16 + picture().length)
                                                .repeat(16, 0)
                                                .toBytes(),
                                        picture()))),
                row("animation of 40k frames", overLimit(FRAMES), () -> {
                    WebpBuilder webp = new WebpBuilder()
                            .extended(WebpBuilder.ANIMATION, ValidPictures.SIDE, ValidPictures.SIDE)
                            .animation();
                    for (int i = 0; i < 40_000; i++) {
                        webp.frame(0, 0, ValidPictures.SIDE, ValidPictures.SIDE, picture());
                    }
                    return webp.end();
                }),
                rows(
                        "RIFF size too small, odd, nothing",
                        malformed(),
                        () -> Stream.of(0L, 4L, 11L, 12L, 20L)
                                .map(size -> new WebpBuilder().raw(picture()).end(size))),
                rows(
                        "RIFF size too large",
                        renditions().because("the picture's chunk is whole"),
                        () -> Stream.of(0x7FFFFFFFL, 0xFFFFFFFFL)
                                .map(size -> new WebpBuilder().raw(picture()).end(size))),
                rows(
                        "chunk longer than the file",
                        malformed(),
                        () -> Stream.of(0x7FFFFFFFL, 0xFFFFFFFFL, 0xFFFFFFF8L)
                                .map(length -> new WebpBuilder()
                                        .lyingChunk(length, "VP8 ", picture())
                                        .end())),
                row(
                        "chunk that no picture comes before",
                        malformed(),
                        () -> new WebpBuilder().chunk("EXIF", new byte[99]).end()),
                row(
                        "a million empty chunks",
                        renditions(),
                        () -> new WebpBuilder()
                                .extended(0, ValidPictures.SIDE, ValidPictures.SIDE)
                                .raw(picture())
                                .raw(empties(1_000_000))
                                .end()),
                rows(
                        "ALPH of every kind of nonsense",
                        malformed().or(renditions()),
                        () -> IntStream.range(0, 256)
                                .mapToObj(first -> new WebpBuilder()
                                        .extended(WebpBuilder.ALPHA, ValidPictures.SIDE, ValidPictures.SIDE)
                                        .chunk("ALPH", new byte[] {(byte) first, 0x2F, 1, 2, 3, 4, 5})
                                        .raw(picture())
                                        .end())),
                rows(
                        "VP8 key frames with any byte of the first 30 set to ones",
                        malformed().or(renditions()),
                        () -> IntStream.range(0, 30).mapToObj(at -> {
                            byte[] file = ValidPictures.webp();
                            file[20 + at] = (byte) 0xFF;
                            return file;
                        })));
    }

    private static byte[] picture() {
        return WebpBuilder.bitstream(ValidPictures.webp());
    }

    private static byte[] extended(int flags, int width, int height) {
        return new WebpBuilder().extended(flags, width, height).raw(picture()).end();
    }

    private static byte[] animated(int left, int top, int width, int height, byte[] picture) {
        return new WebpBuilder()
                .extended(WebpBuilder.ANIMATION, ValidPictures.SIDE, ValidPictures.SIDE)
                .animation()
                .frame(left, top, width, height, picture)
                .end();
    }

    /** Files with a correct container whose bitstream is truncated. */
    private static Stream<byte[]> cutBitstreams(byte[] simple) {
        return IntStream.range(0, simple.length - 20 - 1)
                .mapToObj(length -> new WebpBuilder()
                        .chunk("VP8 ", Arrays.copyOfRange(simple, 20, 20 + length))
                        .end());
    }

    private static byte[] vp8l(int[] green) {
        Vp8lBitWriter bits = Vp8lBitWriter.picture(64, 64).lengths(green);
        return new WebpBuilder()
                .chunk(
                        "VP8L",
                        bits.onlySymbol(0)
                                .onlySymbol(0)
                                .onlySymbol(255)
                                .onlySymbol(0)
                                .end(4096))
                .end();
    }

    private static int[] filled(int symbols, int length) {
        int[] lengths = new int[symbols];
        Arrays.fill(lengths, length);
        return lengths;
    }

    private static int[] lengths(int symbol, int length) {
        int[] lengths = new int[GREEN];
        lengths[symbol] = length;
        return lengths;
    }

    /** Code lengths: one code of each length from 1 to 15, and a second one of length 15. */
    private static int[] deep() {
        int[] lengths = new int[GREEN];
        for (int i = 0; i < 16; i++) {
            lengths[i] = Math.min(15, i + 1);
        }
        return lengths;
    }

    private static byte[] empties(int count) {
        ByteWriter chunks = new ByteWriter();
        for (int i = 0; i < count; i++) {
            chunks.latin1("EVIL").u32(0);
        }
        return chunks.toBytes();
    }
}
