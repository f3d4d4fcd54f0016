package dev.darkroom.hostile.table.cases;

import static dev.darkroom.core.Failure.OverLimit.Kind.FRAMES;
import static dev.darkroom.core.Failure.OverLimit.Kind.PIXELS;
import static dev.darkroom.hostile.file.PngBuilder.GRAY;
import static dev.darkroom.hostile.file.PngBuilder.RGB;
import static dev.darkroom.hostile.file.PngBuilder.RGBA;
import static dev.darkroom.hostile.file.PngBuilder.header;
import static dev.darkroom.hostile.file.PngBuilder.small;
import static dev.darkroom.hostile.file.PngBuilder.smallRows;
import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.overLimit;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static dev.darkroom.hostile.table.HostileCase.row;

import dev.darkroom.core.Failure.OverLimit.Kind;
import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.PngBuilder;
import dev.darkroom.hostile.file.ZlibStreams;
import dev.darkroom.hostile.table.HostileCase;
import java.util.Arrays;
import java.util.List;

/** Cases of PNG: small files that decompress to a large size, and files with very many small parts. */
final class PngBombCases {
    private static final long GIGABYTE = 1L << 30;

    private PngBombCases() {}

    static List<HostileCase> all() {
        return List.of(
                row(
                        "flat 20000\u00B2 in 1.2 MB",
                        overLimit(PIXELS),
                        () -> header(20_000, 20_000, 8, RGB)
                                .chunk("IDAT", ZlibStreams.zeros(20_000L * (1 + 3 * 20_000)))
                                .end()),
                row(
                        "PNG, flat, as many pixels as are allowed",
                        renditions(),
                        () -> header(6000, 4000, 8, RGB)
                                .chunk("IDAT", ZlibStreams.zeros(4000L * (1 + 3 * 6000)))
                                .end()),
                row(
                        "flat 16-bit RGBA, as many pixels as are allowed",
                        renditions(),
                        () -> header(6000, 4000, 16, RGBA)
                                .chunk("IDAT", ZlibStreams.zeros(4000L * (1 + 8 * 6000)))
                                .end()),
                row(
                        "flat and interlaced, as many pixels as are allowed",
                        overLimit(Kind.MEMORY).because("it has to be held as a whole"),
                        () -> header(6000, 4000, 8, RGB, 1)
                                .chunk("IDAT", ZlibStreams.zeros(6000L * 4000 * 3 + 8000))
                                .end()),
                row(
                        "16-bit RGBA and interlaced, as many pixels as are allowed",
                        overLimit(Kind.MEMORY).because("it has to be held as a whole"),
                        () -> header(6000, 4000, 16, RGBA, 1)
                                .chunk("IDAT", ZlibStreams.zeros(6000L * 4000 * 8 + 8000))
                                .end()),
                row("APNG whose frames each inflate to 16 MB", renditions(), () -> inflatingFrames(500)),
                row(
                        "APNG whose first frame is smaller than its picture",
                        renditions(),
                        () -> small().chunk(
                                        "acTL", new ByteWriter().u32(2).u32(0).toBytes())
                                .frameControl(0)
                                .idat(smallRows())
                                .end()),
                row(
                        "IDAT that inflates to 1 GB where a kilobyte would do",
                        renditions(),
                        () -> small().chunk("IDAT", ZlibStreams.zeros(GIGABYTE)).end()),
                row(
                        "iCCP bomb of 1 GB",
                        renditions(),
                        () -> small().chunk(
                                        "iCCP", ByteWriter.join(new byte[] {'x', 0, 0}, ZlibStreams.zeros(GIGABYTE)))
                                .idat(smallRows())
                                .end()),
                row(
                        "iCCP bomb of 1 GB that says how long it is",
                        renditions(),
                        () -> small().chunk("iCCP", ByteWriter.join(new byte[] {'x', 0, 0}, sayingItsLength()))
                                .idat(smallRows())
                                .end()),
                row(
                        "zTXt bomb of 1 GB",
                        renditions(),
                        () -> small().chunk(
                                        "zTXt", ByteWriter.join(new byte[] {'C', 0, 0}, ZlibStreams.zeros(GIGABYTE)))
                                .idat(smallRows())
                                .end()),
                row(
                        "iTXt bomb of 1 GB",
                        renditions(),
                        () -> small().chunk(
                                        "iTXt",
                                        ByteWriter.join(new byte[] {'C', 0, 1, 0, 0, 0}, ZlibStreams.zeros(GIGABYTE)))
                                .idat(smallRows())
                                .end()),
                row(
                        "a thousand zTXt bombs of 16 MB",
                        renditions(),
                        () -> small().chunks(
                                        1000,
                                        "zTXt",
                                        ByteWriter.join(new byte[] {'C', 0, 0}, ZlibStreams.zeros(16 << 20)))
                                .idat(smallRows())
                                .end()),
                row(
                        "a million tiny chunks",
                        renditions(),
                        () -> small().chunks(1_000_000, "tEXt", new byte[0])
                                .idat(smallRows())
                                .end()),
                row(
                        "a million empty IDAT chunks",
                        renditions(),
                        () -> small().chunks(1_000_000, "IDAT", new byte[0])
                                .idat(smallRows())
                                .end()),
                row(
                        "a million eXIf chunks",
                        renditions(),
                        () -> small().chunks(1_000_000, "eXIf", new byte[0])
                                .idat(smallRows())
                                .end()),
                row(
                        "16 MB of text",
                        renditions(),
                        () -> small().chunk("tEXt", new byte[16 << 20])
                                .idat(smallRows())
                                .end()),
                row("APNG of 100k frames", overLimit(FRAMES), () -> animation(100_000)),
                row(
                        "APNG that says it has 2\u00B3\u00B9 \u2212 1 frames, and has one",
                        renditions(),
                        () -> small().chunk(
                                        "acTL",
                                        new ByteWriter().u32(0x7FFFFFFF).u32(0).toBytes())
                                .idat(smallRows())
                                .end()),
                row(
                        "gray 1-bit, as many pixels as are allowed",
                        renditions(),
                        () -> header(6000, 4000, 1, GRAY)
                                .chunk("IDAT", ZlibStreams.zeros(4000L * (1 + 750)))
                                .end()),
                row(
                        "IEND, and a second picture behind it",
                        renditions(),
                        () -> ByteWriter.join(PngBuilder.innocent(), PngBuilder.innocent())),
                row("pixels over two runs of IDAT", malformed().or(renditions()), () -> {
                    byte[] data = ZlibStreams.of(smallRows());
                    return small().chunk("IDAT", Arrays.copyOf(data, 40))
                            .chunk("tEXt", "x\0y")
                            .chunk("IDAT", Arrays.copyOfRange(data, 40, data.length))
                            .end();
                }));
    }

    /** The start of a profile that declares a size of one gigabyte. */
    private static byte[] sayingItsLength() {
        byte[] start =
                ZlibStreams.stored(new ByteWriter().u32(GIGABYTE).repeat(124, 0).toBytes());
        return ByteWriter.join(start, ZlibStreams.zeros(GIGABYTE));
    }

    private static byte[] inflatingFrames(int frames) {
        PngBuilder png =
                small().chunk("acTL", new ByteWriter().u32(frames).u32(0).toBytes());
        png.smallFrameControl().idat(smallRows());
        byte[] pixels = ZlibStreams.zeros(16 << 20);
        for (int i = 1; i < frames; i++) {
            png.frameControl(2 * i - 1)
                    .chunk("fdAT", new ByteWriter().u32(2 * i).bytes(pixels).toBytes());
        }
        return png.end();
    }

    private static byte[] animation(int frames) {
        PngBuilder png =
                small().chunk("acTL", new ByteWriter().u32(frames).u32(0).toBytes());
        png.smallFrameControl().idat(smallRows());
        for (int i = 1; i < frames; i++) {
            png.frameControl(2 * i - 1)
                    .chunk("fdAT", new ByteWriter().u32(2 * i).toBytes());
        }
        return png.end();
    }
}
