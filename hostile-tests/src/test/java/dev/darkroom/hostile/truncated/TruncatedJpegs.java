package dev.darkroom.hostile.truncated;

import static dev.darkroom.hostile.file.JpegBuilder.BASELINE;
import static dev.darkroom.hostile.file.JpegBuilder.PROGRESSIVE;
import static dev.darkroom.hostile.truncated.TruncatedFile.accepted;
import static dev.darkroom.hostile.truncated.TruncatedFile.cut;
import static dev.darkroom.hostile.truncated.TruncatedFile.cutIsRefused;
import static dev.darkroom.hostile.truncated.TruncatedFile.refused;

import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.JpegBuilder;
import dev.darkroom.hostile.file.ValidPictures;
import java.util.List;

/** JPEG: EOI, units, scans, restart intervals. */
final class TruncatedJpegs {
    private static final String NO_END = ".*without its end-of-image marker; every block of the picture is there";
    private static final String EARLY = ".*(ends early|data is missing|is truncated|is not complete).*";
    private static final byte[] EOI = {(byte) 0xFF, (byte) 0xD9};
    /** Blocks of the pictures of one component made here; two bits each. */
    private static final int BLOCKS = 25;

    private TruncatedJpegs() {}

    static List<TruncatedFile> all() {
        byte[] whole = ValidPictures.jpeg();
        return List.of(
                accepted("JPEG without EOI", cut(whole, 2), whole, NO_END),
                accepted("JPEG without EOI's second byte", cut(whole, 1), whole, NO_END),
                cutIsRefused("JPEG that ends within its last units", EARLY, whole, whole.length - 40, whole.length - 2),
                cutIsRefused("JPEG that ends anywhere before", EARLY, whole, 200, whole.length - 40),
                refused("JPEG without its last byte of data, but with EOI", EARLY, join(cut(whole, 3), EOI)),
                refused("JPEG without half of its data, but with EOI", EARLY, join(cut(whole, 60), EOI)),
                accepted("JPEG with bytes behind EOI", join(whole, new byte[99]), whole),
                accepted("JPEG with bytes between its last unit and EOI", join(cut(whole, 2), new byte[9], EOI), whole),
                accepted("JPEG with other bytes instead of EOI", join(cut(whole, 2), new byte[9]), whole, NO_END),
                accepted(
                        "JPEG with half a segment instead of EOI",
                        join(cut(whole, 2), new byte[] {(byte) 0xFF, (byte) 0xE1, 9, 9, 1}),
                        whole,
                        NO_END),
                accepted("JPEG with another JPEG instead of EOI", join(cut(whole, 2), whole), whole, NO_END),
                accepted("JPEG of 25 blocks without EOI", flat().cut(), flat().end(), NO_END),
                refused("JPEG of 25 blocks without the last two bits", EARLY, cut(flat().cut(), 1)),
                refused(
                        "JPEG of 25 blocks without the last two bits, but with EOI",
                        EARLY,
                        join(cut(flat().cut(), 1), EOI)),
                accepted(
                        "JPEG of three scans without EOI",
                        threeScans(3).cut(),
                        threeScans(3).end(),
                        NO_END),
                refused(
                        "JPEG of three scans whose last one is cut",
                        EARLY,
                        cut(threeScans(3).cut(), 1)),
                refused("JPEG of three scans whose first one is cut", EARLY, scans(6, 7, 7), scans(7, 6, 7)),
                refused(
                        "JPEG without the scan of its last component",
                        EARLY,
                        threeScans(2).cut(),
                        threeScans(2).end()),
                accepted(
                        "JPEG with bytes between its scans",
                        scans(12, 9, 7),
                        threeScans(3).end()),
                accepted(
                        "progressive JPEG without EOI",
                        progressive(4).cut(),
                        progressive(4).end(),
                        NO_END),
                refused(
                        "progressive JPEG whose last scan is cut",
                        EARLY,
                        cut(progressive(4).cut(), 1)),
                refused(
                        "progressive JPEG whose last scan is cut, but with EOI",
                        EARLY,
                        join(cut(progressive(4).cut(), 1), EOI)),
                refused(
                        "progressive JPEG that ends between two scans, without EOI",
                        EARLY,
                        progressive(1).cut(),
                        progressive(2).cut(),
                        progressive(3).cut()),
                accepted(
                        "progressive JPEG that ends between two scans with EOI",
                        progressive(3).end(),
                        progressive(3).end()),
                accepted(
                        "JPEG with restarts without EOI",
                        restarts(BLOCKS, -1).cut(),
                        restarts(BLOCKS, -1).end(),
                        NO_END),
                refused(
                        "JPEG with restarts without its last interval",
                        EARLY,
                        restarts(BLOCKS - 1, -1).cut()),
                refused(
                        "JPEG without an interval in the middle",
                        EARLY,
                        restarts(BLOCKS, 12).end(),
                        restarts(BLOCKS, 12).cut()),
                refused("arithmetic JPEG without EOI", EARLY, arithmetic().cut()));
    }

    private static JpegBuilder flat() {
        return JpegBuilder.flat(40, 40, 1);
    }

    private static JpegBuilder threeScans(int scans) {
        JpegBuilder jpeg = new JpegBuilder().tables().frame(BASELINE, 40, 40, 0x11, 0x11, 0x11);
        for (int component = 1; component <= scans; component++) {
            scanOf(jpeg, component).zeroBits(2 * BLOCKS);
        }
        return jpeg;
    }

    /** Three scans with so many bytes of data each; 7 are needed. */
    private static byte[] scans(int... bytes) {
        JpegBuilder jpeg = new JpegBuilder().tables().frame(BASELINE, 40, 40, 0x11, 0x11, 0x11);
        for (int component = 1; component <= bytes.length; component++) {
            scanOf(jpeg, component).raw(bytes[component - 1], 0);
        }
        return jpeg.end();
    }

    private static JpegBuilder scanOf(JpegBuilder jpeg, int component) {
        return jpeg.segment(0xDA, new byte[] {1, (byte) component, 0, 0, 63, 0});
    }

    /** The first of: DC but its last bit, that bit, AC but their last bit, that bit. */
    private static JpegBuilder progressive(int scans) {
        JpegBuilder jpeg = new JpegBuilder().tables().frame(PROGRESSIVE, 40, 40, 0x11);
        jpeg.scan(1, 0, 0, 0, 1).zeroBits(BLOCKS);
        if (scans > 1) {
            jpeg.scan(1, 0, 0, 1, 0).zeroBits(BLOCKS);
        }
        if (scans > 2) {
            jpeg.scan(1, 1, 63, 0, 1).zeroBits(BLOCKS);
        }
        if (scans > 3) {
            jpeg.scan(1, 1, 63, 1, 0).zeroBits(BLOCKS);
        }
        return jpeg;
    }

    /** An interval for each block, but for one. */
    private static JpegBuilder restarts(int blocks, int missing) {
        JpegBuilder jpeg = new JpegBuilder()
                .tables()
                .segment(0xDD, new byte[] {0, 1})
                .frame(BASELINE, 40, 40, 0x11)
                .scan(1);
        for (int block = 0; block < blocks; block++) {
            if (block == missing) {
                continue;
            }
            if (block > 0) {
                jpeg.raw(new byte[] {(byte) 0xFF, (byte) (0xD0 + (block - 1) % 8)});
            }
            jpeg.zeroBits(2);
        }
        return jpeg;
    }

    private static JpegBuilder arithmetic() {
        return new JpegBuilder()
                .quantization()
                .frame(0xC9, 40, 40, 0x11)
                .scan(1)
                .raw(40, 0x55);
    }

    private static byte[] join(byte[]... parts) {
        return ByteWriter.join(parts);
    }
}
