package dev.darkroom.hostile.table.cases;

import static dev.darkroom.core.Failure.OverLimit.Kind.COMPLEXITY;
import static dev.darkroom.core.Failure.OverLimit.Kind.MEMORY;
import static dev.darkroom.core.Failure.OverLimit.Kind.TIME;
import static dev.darkroom.hostile.file.JpegBuilder.BASELINE;
import static dev.darkroom.hostile.file.JpegBuilder.PROGRESSIVE;
import static dev.darkroom.hostile.table.ExpectedOutcome.byFamily;
import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.overLimit;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static dev.darkroom.hostile.table.ExpectedOutcome.unrecognized;
import static dev.darkroom.hostile.table.ExpectedOutcome.unsupported;
import static dev.darkroom.hostile.table.HostileCase.row;
import static dev.darkroom.hostile.table.HostileCase.rows;

import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.JpegBuilder;
import dev.darkroom.hostile.table.HostileCase;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cases of JPEG: scans and their tables. */
final class JpegScanCases {
    /** Only one bits, which are not a Huffman code in any table. */
    private static final byte[] NO_CODES = {(byte) 0xFF, 0};

    private JpegScanCases() {}

    static List<HostileCase> all() {
        return List.of(
                row("80,000 tiny progressive scans", overLimit(COMPLEXITY), () -> progressive(64, 64, 80_000)),
                row("80,000 tiny scans of a baseline picture", overLimit(COMPLEXITY), () -> {
                    JpegBuilder jpeg = new JpegBuilder().tables().frame(BASELINE, 16, 16, 0x11);
                    for (int i = 0; i < 80_000; i++) {
                        jpeg.scan(1).zeroBits(8);
                    }
                    return jpeg.end();
                }),
                row(
                        "a hundred progressive scans of a small picture",
                        renditions().or(malformed()),
                        () -> progressive(64, 64, 100)),
                row(
                        "400 progressive scans of 12 megapixels, in a megabyte",
                        overLimit(TIME).or(overLimit(MEMORY)),
                        () -> progressive(4000, 3000, 400)),
                row(
                        "twelve progressive scans of 12 megapixels",
                        overLimit(TIME).or(overLimit(MEMORY)).or(renditions()),
                        () -> progressive(4000, 3000, 12)),
                rows(
                        "progressive JPEG truncated at every byte",
                        unrecognized().or(malformed()),
                        () -> HostileCase.beginnings(progressive(64, 64, 10))),
                rows(
                        "arithmetic coding of a picture that has none",
                        malformed().or(renditions()).or(unsupported("arithmetic")),
                        () -> IntStream.of(0xC9, 0xCA)
                                .mapToObj(sof -> new JpegBuilder()
                                        .quantization()
                                        .frame(sof, 64, 64, 0x11)
                                        .scan(1)
                                        .raw(4000, 0x55)
                                        .end())),
                row("progressive, and nothing but a first scan", renditions(), () -> progressive(640, 480, 1)),
                rows(
                        "over-subscribed Huffman tables",
                        malformed(),
                        () -> Stream.of(huffman(3, 1), huffman(255, 1), huffman(5, 2), huffman(255, 16, 255, 15))),
                row("Huffman table of more than 256 codes", malformed(), () -> huffman(255, 15, 255, 16)),
                row("Huffman table without codes", malformed(), () -> huffman(0, 1)),
                row(
                        "Huffman table that is missing",
                        malformed(),
                        () -> new JpegBuilder()
                                .quantization()
                                .frame(BASELINE, 16, 16, 0x11)
                                .scan(1)
                                .zeroBits(8)
                                .end()),
                row(
                        "quantization table that is missing",
                        malformed(),
                        () -> new JpegBuilder()
                                .huffman(0, 0)
                                .huffman(0x10, 0)
                                .frame(BASELINE, 16, 16, 0x11)
                                .scan(1)
                                .zeroBits(8)
                                .end()),
                row(
                        "quantization table of zeros",
                        malformed().or(renditions()),
                        () -> new JpegBuilder()
                                .segment(0xDB, new byte[65])
                                .huffman(0, 0)
                                .huffman(0x10, 0)
                                .frame(BASELINE, 16, 16, 0x11)
                                .scan(1)
                                .zeroBits(8)
                                .end()),
                row(
                        "DC differences of 16 bits and more",
                        malformed().or(renditions()),
                        () -> new JpegBuilder()
                                .quantization()
                                .huffman(0, 255)
                                .huffman(0x10, 0)
                                .frame(BASELINE, 64, 64, 0x11)
                                .scan(1)
                                .raw(4000, 0x55)
                                .end()),
                row(
                        "coefficients beyond the 64th",
                        malformed().or(renditions()),
                        () -> new JpegBuilder()
                                .quantization()
                                .huffman(0, 0)
                                .huffman(0x10, 0xF1)
                                .frame(BASELINE, 64, 64, 0x11)
                                .scan(1)
                                .raw(4000, 0x11)
                                .end()),
                row(
                        "bits that are no Huffman code",
                        byFamily(malformed(), malformed().or(renditions()))
                                .because(
                                        "libjpeg-turbo's fast decoding takes them for zeros and says nothing; to find them"
                                                + " would take as long as decoding does"),
                        () -> {
                            JpegBuilder jpeg = new JpegBuilder()
                                    .tables()
                                    .frame(BASELINE, 64, 64, 0x11)
                                    .scan(1);
                            for (int i = 0; i < 500; i++) {
                                jpeg.raw(NO_CODES);
                            }
                            return jpeg.end();
                        }),
                row("restart storm: a restart behind each block", renditions(), () -> {
                    JpegBuilder jpeg = new JpegBuilder()
                            .tables()
                            .segment(0xDD, new byte[] {0, 1})
                            .frame(BASELINE, 2400, 2400, 0x11)
                            .scan(1);
                    for (int i = 0; i < 90_000; i++) {
                        jpeg.raw(new byte[] {0x3F, (byte) 0xFF, (byte) (0xD0 + i % 8)});
                    }
                    return jpeg.end();
                }),
                row("restart storm: a million restarts that nobody announced", malformed(), () -> {
                    JpegBuilder jpeg = new JpegBuilder()
                            .tables()
                            .frame(BASELINE, 64, 64, 0x11)
                            .scan(1);
                    for (int i = 0; i < 1_000_000; i++) {
                        jpeg.raw(new byte[] {(byte) 0xFF, (byte) (0xD0 + i % 8)});
                    }
                    return jpeg.end();
                }),
                row("restarts out of order", malformed(), () -> {
                    JpegBuilder jpeg = new JpegBuilder()
                            .tables()
                            .segment(0xDD, new byte[] {0, 1})
                            .frame(BASELINE, 64, 64, 0x11)
                            .scan(1);
                    for (int i = 0; i < 64; i++) {
                        jpeg.raw(new byte[] {0x3F, (byte) 0xFF, (byte) (0xD7 - i % 8)});
                    }
                    return jpeg.end();
                }),
                row(
                        "4 MB of fill bytes",
                        renditions(),
                        () -> JpegBuilder.behindStart(
                                JpegBuilder.flat(16, 16, 1).end(), new JpegBuilder().raw(4 << 20, 0xFF))),
                row(
                        "4 MB behind the last block",
                        renditions().or(malformed()),
                        () -> JpegBuilder.flat(16, 16, 1).raw(4 << 20, 0).end()),
                row(
                        "scan of a component that is not there",
                        malformed(),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 16, 16, 0x11)
                                .segment(0xDA, new byte[] {1, 9, 0, 0, 63, 0})
                                .zeroBits(8)
                                .end()),
                row(
                        "components that no scan is for",
                        malformed().because("libjpeg fills them in with gray"),
                        () -> new JpegBuilder()
                                .tables()
                                .frame(BASELINE, 64, 64, 0x11, 0x11, 0x11)
                                .scan(1)
                                .zeroBits(2 * 64)
                                .end()),
                row(
                        "JPEG, flat, as many pixels as are allowed",
                        renditions(),
                        () -> JpegBuilder.flat(6000, 4000, 3).end()),
                rows(
                        "scan header cut off, or longer than it is",
                        malformed(),
                        () -> IntStream.range(0, 14)
                                .mapToObj(length -> new JpegBuilder()
                                        .tables()
                                        .frame(BASELINE, 16, 16, 0x11)
                                        .segment(0xDA, new byte[length])
                                        .zeroBits(8)
                                        .end())));
    }

    /** A scan of the DC coefficients, then many scans of the AC coefficients, which all stay zero. */
    private static byte[] progressive(int width, int height, int scans) {
        int blocks = (width + 7) / 8 * ((height + 7) / 8);
        JpegBuilder jpeg = new JpegBuilder().quantization().huffman(0, 0).huffman(0x10, 0xE0);
        jpeg.frame(PROGRESSIVE, width, height, 0x11).scan(1, 0, 0, 0, 0).zeroBits(blocks);
        ByteWriter runs = new ByteWriter();
        // a run of 2^14 empty blocks: one zero bit for the code and 14 zero bits
        for (int bits = (blocks + (1 << 14) - 1 >> 14) * 15; bits > 0; bits -= 8) {
            runs.u8(bits >= 8 ? 0 : 0xFF >> bits);
        }
        for (int i = 1; i < scans; i++) {
            int coefficient = 1 + (i - 1) % 63;
            int step = (i - 1) / 63;
            jpeg.scan(1, coefficient, coefficient, step == 0 ? 0 : Math.max(1, 14 - step), Math.max(0, 13 - step))
                    .raw(runs.toBytes());
        }
        return jpeg.end();
    }

    /** A table with {@code count} codes of {@code length} bits, followed by more such pairs. */
    private static byte[] huffman(int count, int length, int... more) {
        byte[] table = new byte[17 + count + (more.length > 0 ? more[0] : 0)];
        table[length] = (byte) count;
        if (more.length > 0) {
            table[more[1]] = (byte) more[0];
        }
        return new JpegBuilder()
                .quantization()
                .segment(0xC4, table)
                .huffman(0x10, 0)
                .frame(BASELINE, 16, 16, 0x11)
                .scan(1)
                .zeroBits(8)
                .end();
    }
}
