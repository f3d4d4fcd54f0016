package dev.darkroom.hostile.truncated;

import static dev.darkroom.hostile.truncated.TruncatedFile.accepted;
import static dev.darkroom.hostile.truncated.TruncatedFile.cut;
import static dev.darkroom.hostile.truncated.TruncatedFile.cutIsRefused;
import static dev.darkroom.hostile.truncated.TruncatedFile.refused;

import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.PngBuilder;
import dev.darkroom.hostile.file.ZlibStreams;
import java.util.Arrays;
import java.util.List;

/** PNG and APNG: chunks, rows, checksums, frames. */
final class TruncatedPngs {
    private static final String NO_IEND = ".*without its IEND chunk; every row of the picture is there";
    private static final String EARLY = ".*(ends early|too little image data).*";
    private static final int IEND = 12;
    private static final int ROW = 1 + 3 * 24;

    private TruncatedPngs() {}

    static List<TruncatedFile> all() {
        byte[] whole = PngBuilder.innocent();
        byte[] rows = PngBuilder.smallRows();
        byte[] stream = ZlibStreams.of(rows);
        byte[] gamma = {0, 0, (byte) 0xB1, (byte) 0x8F};
        return List.of(
                accepted("PNG without IEND", cut(whole, IEND), whole, NO_IEND),
                accepted("PNG with half of IEND", cut(whole, 5), whole, NO_IEND),
                accepted(
                        "PNG that ends within a chunk behind its pixels",
                        cut(
                                PngBuilder.small()
                                        .idat(rows)
                                        .chunk("tEXt", "Comment\0none")
                                        .cut(),
                                9),
                        whole,
                        NO_IEND),
                cutIsRefused("PNG that ends within IDAT", EARLY, whole, 60, whole.length - IEND),
                refused("PNG that ends before IDAT", EARLY, PngBuilder.small().cut()),
                refused(
                        "PNG without its last row",
                        EARLY,
                        PngBuilder.small()
                                .idat(Arrays.copyOf(rows, rows.length - ROW))
                                .end(),
                        PngBuilder.small()
                                .idat(Arrays.copyOf(rows, rows.length - 1))
                                .end()),
                refused(
                        "PNG whose compressed data is cut, with IEND",
                        EARLY,
                        PngBuilder.small().chunk("IDAT", cut(stream, 40)).end()),
                accepted(
                        "PNG whose compressed data lacks its checksum, with IEND",
                        PngBuilder.small().chunk("IDAT", cut(stream, 4)).end(),
                        whole,
                        ".*ends without its checksum; every row of the picture is there"),
                refused(
                        "PNG whose compressed data has a wrong checksum",
                        ".*incorrect data check",
                        PngBuilder.small()
                                .chunk("IDAT", ZlibStreams.withWrongChecksum(rows))
                                .end(),
                        split(ZlibStreams.withWrongChecksum(rows), 4),
                        split(ZlibStreams.withWrongChecksum(rows), 1)),
                accepted(
                        "PNG whose compressed data is damaged behind the last row",
                        PngBuilder.small()
                                .chunk("IDAT", withImpossibleBlock(rows))
                                .end(),
                        whole),
                refused(
                        "PNG with a wrong CRC of IDAT",
                        ".*IDAT chunk has a wrong checksum.*",
                        PngBuilder.small().chunkWithBadCrc("IDAT", stream).end()),
                refused(
                        "PNG with a wrong CRC of PLTE",
                        ".*PLTE chunk has a wrong checksum.*",
                        PngBuilder.header(1, 1, 8, PngBuilder.PALETTE)
                                .chunkWithBadCrc("PLTE", new byte[3])
                                .idat(new byte[2])
                                .end()),
                accepted(
                        "PNG with a wrong CRC of a chunk that can be done without",
                        PngBuilder.small()
                                .chunkWithBadCrc("gAMA", gamma)
                                .idat(rows)
                                .end(),
                        whole),
                accepted(
                        "PNG with more rows than it states",
                        PngBuilder.small()
                                .idat(Arrays.copyOf(rows, 2 * rows.length))
                                .end(),
                        whole),
                accepted("APNG without IEND", cut(animation(3), IEND), animation(3), NO_IEND)
                        .copiedWith(3),
                accepted(
                                "APNG that ends within its last frame",
                                cut(animation(3), IEND + 5),
                                animation(3),
                                NO_IEND,
                                copyEnds(2))
                        .copiedWith(2),
                accepted(
                                "APNG whose last frame's data is cut between two chunks",
                                frameInTwo(),
                                animation(2),
                                NO_IEND,
                                copyEnds(2))
                        .copiedWith(2),
                accepted(
                                "APNG that ends within its second frame",
                                cut(animation(2), IEND + 5),
                                animation(2),
                                NO_IEND,
                                copyEnds(1))
                        .copiedWith(1),
                refused("APNG that ends within its first frame", EARLY, cut(animation(1), IEND + 5)));
    }

    private static String copyEnds(int frames) {
        return "the rewritten PNG ends with frame " + frames + ", the last whole one";
    }

    /** Rows in a block as they are, and then one of a type that there is not (RFC 1951, 3.2.3 and 3.2.4). */
    private static byte[] withImpossibleBlock(byte[] rows) {
        ByteWriter stream =
                new ByteWriter().u8(0x78, 0x01, 0).u16le(rows.length).u16le(~rows.length);
        return stream.bytes(rows).u8(0x07, 1, 2, 3, 4).toBytes();
    }

    /** The last bytes of the stream in an IDAT chunk of their own. */
    private static byte[] split(byte[] stream, int last) {
        return PngBuilder.small()
                .chunk("IDAT", cut(stream, last))
                .chunk("IDAT", Arrays.copyOfRange(stream, stream.length - last, stream.length))
                .end();
    }

    /** Announces as many frames as it has; the first is the still picture. */
    private static byte[] animation(int frames) {
        PngBuilder png = started(frames);
        for (int frame = 1; frame < frames; frame++) {
            png.frameControl(2 * frame - 1)
                    .chunk(
                            "fdAT",
                            new ByteWriter()
                                    .u32(2 * frame)
                                    .bytes(ZlibStreams.of(new byte[] {0, 1, 2, 3}))
                                    .toBytes());
        }
        return png.end();
    }

    private static PngBuilder started(int frames) {
        ByteWriter control = new ByteWriter()
                .u32(0)
                .u32(24)
                .u32(24)
                .u32(0)
                .u32(0)
                .u16(1)
                .u16(10)
                .u8(0, 0);
        return PngBuilder.small()
                .chunk("acTL", new ByteWriter().u32(frames).u32(0).toBytes())
                .chunk("fcTL", control.toBytes())
                .idat(PngBuilder.smallRows());
    }

    /** Three frames; the file ends behind the first of two chunks of the third. */
    private static byte[] frameInTwo() {
        byte[] pixel = ZlibStreams.of(new byte[] {0, 1, 2, 3});
        return started(3)
                .frameControl(1)
                .chunk("fdAT", new ByteWriter().u32(2).bytes(pixel).toBytes())
                .frameControl(3)
                .chunk("fdAT", new ByteWriter().u32(4).bytes(pixel, 0, 4).toBytes())
                .cut();
    }
}
