package dev.darkroom.hostile.table.cases;

import static dev.darkroom.core.Failure.OverLimit.Kind.COMPLEXITY;
import static dev.darkroom.core.Failure.OverLimit.Kind.PIXELS;
import static dev.darkroom.hostile.file.JpegBuilder.BASELINE;
import static dev.darkroom.hostile.file.JpegBuilder.behindStart;
import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.overLimit;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static dev.darkroom.hostile.table.ExpectedOutcome.unrecognized;
import static dev.darkroom.hostile.table.ExpectedOutcome.unsupported;
import static dev.darkroom.hostile.table.HostileCase.row;
import static dev.darkroom.hostile.table.HostileCase.rows;

import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.ExifBuilder;
import dev.darkroom.hostile.file.JpegBuilder;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.table.HostileCase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cases of JPEG: false values in segments. */
final class JpegCases {
    private static final String ICC = "ICC_PROFILE\0";

    private JpegCases() {}

    static List<HostileCase> all() {
        return List.of(
                rows(
                        "JPEG truncated at every byte",
                        unrecognized().or(malformed()).or(renditions()).because("only EOI is missing"),
                        () -> HostileCase.beginnings(ValidPictures.jpeg())),
                row(
                        "JPEG 65500\u00B2 in 5 kB",
                        overLimit(PIXELS),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 65_500, 65_500, 0x22, 0x11, 0x11)
                                .scan(3)
                                .raw(4096, 0)
                                .end()),
                row(
                        "JPEG that says it is much larger than it is",
                        malformed(),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 5000, 4000, 0x11, 0x11, 0x11)
                                .scan(3)
                                .raw(4096, 0)
                                .end()),
                row(
                        "SOF height 0 with DNL",
                        unsupported("DNL"),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 16, 0, 0x11)
                                .scan(1)
                                .zeroBits(8)
                                .segment(0xDC, new byte[] {0, 16})
                                .end()),
                row(
                        "DNL of another height than SOF's",
                        renditions().or(malformed()).because("it comes when all rows are known"),
                        () -> JpegBuilder.flat(16, 16, 1)
                                .segment(0xDC, new byte[] {(byte) 0xFF, (byte) 0xFF})
                                .end()),
                row(
                        "EXIF thumbnail of 65500\u00B2",
                        renditions(),
                        () -> behindStart(
                                ValidPictures.jpeg(),
                                new JpegBuilder()
                                        .segment(
                                                0xE1,
                                                ExifBuilder.app1(new ExifBuilder(2)
                                                        .entry(0x0202, ExifBuilder.LONG, 1, 5000)
                                                        .entry(
                                                                0x0201,
                                                                ExifBuilder.UNDEFINED,
                                                                new JpegBuilder()
                                                                        .tables()
                                                                        .frame(
                                                                                BASELINE, 65_500, 65_500, 0x22, 0x11,
                                                                                0x11)
                                                                        .scan(3)
                                                                        .raw(4096, 0)
                                                                        .end())
                                                        .tiff())))),
                row(
                        "JFIF thumbnail of 255 x 255 that is not there",
                        renditions(),
                        () -> behindStart(
                                ValidPictures.jpeg(),
                                new JpegBuilder().segment(0xE0, "JFIF\0\1\1\0\0\1\0\1\u00FF\u00FF"))),
                row(
                        "an index of pictures that points at itself",
                        renditions().without("MPF"),
                        () -> behindStart(
                                ValidPictures.jpeg(),
                                new JpegBuilder()
                                        .segment(
                                                0xE2,
                                                "MPF\0MM\0*\0\0\0\b\0\1\u00B0\2\0\7\u00FF\u00FF\u00FF\u00F0\0\0\0\b\0\0\0\b"))),
                row(
                        "SOF width 0",
                        malformed(),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 0, 16, 0x11)
                                .scan(1)
                                .raw(9, 0)
                                .end()),
                row(
                        "255 components",
                        unsupported("255"),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(
                                        BASELINE,
                                        16,
                                        16,
                                        IntStream.range(0, 255).map(i -> 0x11).toArray())
                                .scan(4)
                                .raw(9, 0)
                                .end()),
                rows(
                        "0, 2 and 5 components",
                        unsupported("components"),
                        () -> Stream.of(0, 2, 5)
                                .map(count -> JpegBuilder.flat(16, 16, count).end())),
                row(
                        "4 x 4 sampling of one component",
                        renditions(),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 64, 64, 0x44)
                                .scan(1)
                                .zeroBits(2 * 64)
                                .end()),
                row(
                        "4 x 4 sampling of three components",
                        malformed().or(unsupported("")),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 64, 64, 0x44, 0x44, 0x44)
                                .scan(3)
                                .zeroBits(2 * 3 * 64)
                                .end()),
                rows(
                        "sampling of every factor",
                        renditions().or(malformed()).or(unsupported("")),
                        JpegCases::samplings),
                row(
                        "sampling factor 0",
                        malformed(),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 64, 64, 0x01)
                                .scan(1)
                                .raw(99, 0)
                                .end()),
                row("16 MB of APPn", renditions().without("stuffing"), () -> {
                    JpegBuilder stuffing = new JpegBuilder();
                    byte[] segment = Arrays.copyOf("stuffing".getBytes(StandardCharsets.US_ASCII), 65_533);
                    for (int i = 0; i < 256; i++) {
                        stuffing.segment(0xE0 + i % 16, segment);
                    }
                    return behindStart(ValidPictures.jpeg(), stuffing);
                }),
                row("a million tiny segments", renditions(), () -> {
                    JpegBuilder stuffing = new JpegBuilder();
                    for (int i = 0; i < 1_000_000; i++) {
                        stuffing.segment(0xFE, new byte[0]);
                    }
                    return behindStart(ValidPictures.jpeg(), stuffing);
                }),
                row("100k quantization tables", renditions().or(overLimit(COMPLEXITY)), () -> {
                    JpegBuilder stuffing = new JpegBuilder();
                    for (int i = 0; i < 100_000; i++) {
                        stuffing.quantization();
                    }
                    return behindStart(ValidPictures.jpeg(), stuffing);
                }),
                rows("ICC chunks missing, doubled, out of number or oversized", renditions(), JpegCases::profiles),
                rows(
                        "CMYK and YCCK with no profile",
                        renditions(),
                        () -> Stream.of(-1, 0, 1, 2).map(JpegCases::fourInks)),
                row("lossless JPEG", unsupported("lossless"), () -> sof(0xC3)),
                row("hierarchical JPEG", unsupported("hierarchical"), () -> sof(0xC5)),
                row("JPEG-LS", unsupported("JPEG-LS"), () -> sof(0xF7)),
                row(
                        "12-bit JPEG",
                        unsupported("12-bit"),
                        () -> new JpegBuilder()
                                .tables()
                                .segment(0xC1, new byte[] {12, 0, 16, 0, 16, 1, 1, 0x11, 0})
                                .scan(1)
                                .raw(9, 0)
                                .end()),
                row(
                        "two frame headers",
                        malformed(),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 16, 16, 0x11)
                                .frame(BASELINE, 5000, 4000, 0x11)
                                .scan(1)
                                .raw(9, 0)
                                .end()),
                row(
                        "a second, larger frame header behind the scan",
                        malformed(),
                        () -> JpegBuilder.flat(16, 16, 1)
                                .frame(BASELINE, 5000, 4000, 0x11)
                                .scan(1)
                                .raw(9, 0)
                                .end()),
                row(
                        "frame header only",
                        malformed(),
                        () -> new JpegBuilder().frame(BASELINE, 16, 16, 0x11).end()),
                rows(
                        "segment length 0, 1 and beyond the end",
                        malformed(),
                        () -> Stream.of(0, 1, 0xFFFF)
                                .map(length -> new JpegBuilder()
                                        .raw(new ByteWriter()
                                                .u16(0xFFE0)
                                                .u16(length)
                                                .toBytes())
                                        .tables()
                                        .frame(BASELINE, 16, 16, 0x11)
                                        .scan(1)
                                        .raw(9, 0)
                                        .end())),
                row(
                        "a picture inside of the picture's scan",
                        renditions()
                                .because("the outer one is whole, and the copy leaves out what follows its last unit"),
                        () -> JpegBuilder.flat(64, 64, 1)
                                .raw(ValidPictures.jpeg())
                                .end()),
                row(
                        "two pictures, one behind the other",
                        renditions(),
                        () -> ByteWriter.join(ValidPictures.jpeg(), ValidPictures.jpeg())));
    }

    private static Stream<byte[]> samplings() {
        return IntStream.range(0, 256)
                .mapToObj(i -> new JpegBuilder()
                        .tables()
                        .frame(
                                BASELINE,
                                50,
                                50,
                                0x11 + (i >> 6) * 16 + (i >> 4 & 3),
                                0x11 + (i >> 2 & 3) * 16 + (i & 3),
                                0x11)
                        .scan(3)
                        .raw(400, 0)
                        .end());
    }

    private static Stream<byte[]> profiles() {
        byte[] chunk = new byte[60_000];
        return Stream.of(
                        new JpegBuilder().segment(0xE2, icc(1, 2, chunk)),
                        new JpegBuilder().segment(0xE2, icc(1, 1, chunk)).segment(0xE2, icc(1, 1, chunk)),
                        new JpegBuilder().segment(0xE2, icc(2, 1, chunk)),
                        new JpegBuilder().segment(0xE2, icc(0, 0, chunk)),
                        new JpegBuilder().segment(0xE2, icc(1, 2, chunk)).segment(0xE2, icc(2, 3, chunk)),
                        new JpegBuilder().segment(0xE2, icc(1, 1, new byte[0])),
                        new JpegBuilder().segment(0xE2, ICC),
                        oversized())
                .map(segments -> behindStart(ValidPictures.jpeg(), segments));
    }

    /** A profile in 255 chunks with 16 MB that declares an even larger size. */
    private static JpegBuilder oversized() {
        JpegBuilder segments = new JpegBuilder();
        byte[] chunk = new byte[65_519];
        Arrays.fill(chunk, 0, 4, (byte) 0x7F);
        for (int i = 1; i <= 255; i++) {
            segments.segment(0xE2, icc(i, 255, chunk));
        }
        return segments;
    }

    private static byte[] icc(int number, int of, byte[] data) {
        return new ByteWriter().latin1(ICC).u8(number, of).bytes(data).toBytes();
    }

    /**
     * @param transform transform of the Adobe segment; -1 for no segment
     */
    private static byte[] fourInks(int transform) {
        byte[] jpeg = JpegBuilder.flat(50, 40, 4).end();
        ByteWriter adobe = new ByteWriter().latin1("Adobe").u16(100).u32(0).u8(transform);
        return transform < 0 ? jpeg : behindStart(jpeg, new JpegBuilder().segment(0xEE, adobe.toBytes()));
    }

    private static byte[] sof(int marker) {
        return new JpegBuilder()
                .tables()
                .frame(marker, 16, 16, 0x11)
                .scan(1)
                .raw(9, 0)
                .end();
    }
}
