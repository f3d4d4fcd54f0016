package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every place of a JPEG that can hold bytes without effect on the picture (ITU-T T.81, annexes B, F and G). */
class JpegSurplusTest {
    private static final byte[] BASELINE = EncodedPictures.jpeg();
    private static final byte[] PROGRESSIVE = EncodedPictures.progressiveJpeg();
    private static final int AFTER_JFIF = 2 + 18;
    /** A gray block without coefficients, padded with ones, for {@link #gray}. */
    private static final int BLOCK = 0x3F;

    static Stream<byte[]> pictures() {
        return Stream.of(BASELINE, PROGRESSIVE, gray(BLOCK, 0xFF, 0xD0, BLOCK, 0xFF, 0xD1, BLOCK));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void bytesBehindTheLastScan(byte[] plain) throws ImageException {
        SurplusBytesCheck.isDropped(Format.JPEG, plain, inserted(plain, plain.length - 2, SurplusBytesCheck.BYTES));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void restartMarkersWithDataBehindTheLastScan(byte[] plain) throws ImageException {
        byte[] more =
                new FixtureBytes().u8(0xFF, 0xD2).bytes(SurplusBytesCheck.BYTES).toArray();
        SurplusBytesCheck.isDropped(Format.JPEG, plain, inserted(plain, plain.length - 2, more));
    }

    @Test
    void bytesBehindEachScanOfAProgressivePicture() throws ImageException {
        List<Integer> ends = scanEnds(PROGRESSIVE);
        assertThat(ends).hasSizeGreaterThan(4);
        for (int end : ends) {
            SurplusBytesCheck.isDropped(Format.JPEG, PROGRESSIVE, inserted(PROGRESSIVE, end, SurplusBytesCheck.BYTES));
        }
    }

    @Test
    void bytesBeforeARestartMarker() throws ImageException {
        byte[] clean = gray(BLOCK, 0xFF, 0xD0, BLOCK, 0xFF, 0xD1, BLOCK);
        int[] text = SurplusBytesCheck.TEXT.chars().toArray();
        int[] data = IntStream.concat(
                        IntStream.concat(IntStream.of(BLOCK), IntStream.of(text)),
                        IntStream.of(0xFF, 0xFF, 0xD0, BLOCK, 0xFF, 0xD1, BLOCK))
                .toArray();
        SurplusBytesCheck.isDropped(Format.JPEG, clean, gray(data));
    }

    @Test
    void paddingBitsBecomeOnes() throws ImageException {
        SurplusBytesCheck.isDropped(
                Format.JPEG,
                gray(BLOCK, 0xFF, 0xD0, BLOCK, 0xFF, 0xD1, BLOCK),
                gray(0x0A, 0xFF, 0xD0, 0x15, 0xFF, 0xD1, 0x20));
    }

    /**
     * Each block is coded with four one bits. T.81 (annex C) reserves the code of ones only, and the JDK's reader refuses a table that has
     * it. Other readers accept it, so the rewriter has to be right.
     */
    @Test
    void paddingThatMakesAByteOfOnesIsStuffed() throws ImageException {
        byte[] clean = grayWithCodes(new int[] {0, 4}, 0xFF, 0x00, 0xFF, 0xD0, 0xFF, 0x00, 0xFF, 0xD1, 0xFF, 0x00);
        byte[] hiding = grayWithCodes(new int[] {0, 4}, 0xFC, 0xFF, 0xD0, 0xFD, 0xFF, 0xD1, 0xFE);
        SurplusBytesCheck.isDroppedFromCodes(Format.JPEG, clean, hiding);
    }

    @Test
    void fillBytesWithinAScan() throws ImageException {
        byte[] clean = grayWithCodes(new int[] {0, 4}, 0xFF, 0x00, 0xFF, 0xD0, 0xFF, 0x00, 0xFF, 0xD1, 0xFF, 0x00);
        byte[] hiding = grayWithCodes(
                new int[] {0, 4}, 0xFF, 0xFF, 0x00, 0xFF, 0xFF, 0xD0, 0xFF, 0x00, 0xFF, 0xD1, 0xFF, 0xFF, 0xFF, 0x00);
        SurplusBytesCheck.isDroppedFromCodes(Format.JPEG, clean, hiding);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void tablesThatNoScanUses(byte[] plain) throws ImageException {
        byte[] quantization = FixtureBytes.of(new byte[] {3}, text(64)).toArray();
        byte[] redefined = FixtureBytes.of(new byte[] {0}, text(64)).toArray();
        byte[] huffman = huffman(0x13, text(100));
        byte[] redefinedHuffman = huffman(0x10, text(100));
        for (byte[] segment : List.of(
                FixtureBytes.segment(0xDB, quantization),
                FixtureBytes.segment(0xDB, redefined),
                FixtureBytes.segment(0xC4, huffman),
                FixtureBytes.segment(0xC4, redefinedHuffman),
                FixtureBytes.segment(0xCC, text(20)),
                FixtureBytes.segment(0xDC, text(2)),
                FixtureBytes.segment(0xDB, new byte[0]))) {
            SurplusBytesCheck.isDropped(Format.JPEG, plain, inserted(plain, AFTER_JFIF, segment));
        }
    }

    @Test
    void tablesBetweenAndBehindScans() throws ImageException {
        byte[] segment = FixtureBytes.segment(0xC4, huffman(0x13, text(100)));
        byte[] quantization = FixtureBytes.segment(
                0xDB, FixtureBytes.of(new byte[] {0}, text(64)).toArray());
        for (int end : scanEnds(PROGRESSIVE)) {
            SurplusBytesCheck.isDropped(Format.JPEG, PROGRESSIVE, inserted(PROGRESSIVE, end, segment));
        }
        List<Integer> ends = scanEnds(PROGRESSIVE);
        SurplusBytesCheck.isDropped(
                Format.JPEG, PROGRESSIVE, inserted(PROGRESSIVE, ends.get(ends.size() - 1), quantization));
    }

    @Test
    void bytesBehindTheLastWholeTableOfASegment() throws ImageException {
        byte[] tables = FixtureBytes.of(huffman(0x13, text(100)), FixtureBytes.ascii("CANARY"))
                .toArray();
        SurplusBytesCheck.isDropped(
                Format.JPEG, BASELINE, inserted(BASELINE, AFTER_JFIF, FixtureBytes.segment(0xC4, tables)));
    }

    @Test
    void symbolsOfCodesThatDoNotOccur() throws ImageException {
        byte[] copy = EncodedPictures.rewritten(
                Format.JPEG, grayWithSymbols(SurplusBytesCheck.BYTES, BLOCK, 0xFF, 0xD0, BLOCK, 0xFF, 0xD1, BLOCK));
        assertThat(new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("CANARY");
        assertThat(EncodedPictures.pixels(copy).get(0))
                .isEqualTo(EncodedPictures.pixels(gray(BLOCK, 0xFF, 0xD0, BLOCK, 0xFF, 0xD1, BLOCK))
                        .get(0));
    }

    @Test
    void numbersOfASequentialScan() throws ImageException {
        byte[] hiding = BASELINE.clone();
        int numbers = scanStart(BASELINE) - 3;
        System.arraycopy(FixtureBytes.ascii("CAN"), 0, hiding, numbers, 3);
        SurplusBytesCheck.isDropped(Format.JPEG, BASELINE, hiding);
    }

    @Test
    void flagsOfAdobesSegment() throws ImageException {
        byte[] clean = inserted(BASELINE, 2, FixtureBytes.segment(0xEE, FixtureBytes.ascii("Adobe\0d\0\0\0\0\1")));
        byte[] hiding = inserted(BASELINE, 2, FixtureBytes.segment(0xEE, FixtureBytes.ascii("AdobeCANARY\1")));
        SurplusBytesCheck.isDropped(Format.JPEG, clean, hiding);
    }

    /** The second scan overwrites the coefficients of the first scan, so no decoder shows the first scan. */
    @Test
    void aScanThatIsOverwrittenIsRefused() {
        int scan = lastSegment(BASELINE);
        byte[] file = FixtureBytes.of(
                        FixtureBytes.slice(BASELINE, 0, BASELINE.length - 2),
                        FixtureBytes.slice(BASELINE, scan, BASELINE.length))
                .toArray();
        assertThatThrownBy(() -> EncodedPictures.rewritten(Format.JPEG, file))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class))
                .hasMessageContaining("does not follow");
    }

    @Test
    void aScanThatEndsBeforeItsBlocksIsMalformed() {
        for (byte[] file : List.of(
                gray(BLOCK, 0xFF, 0xD0, BLOCK, 0xFF, 0xD1),
                gray(BLOCK, 0xFF, 0xD0, BLOCK),
                gray(BLOCK, 0xFF, 0xD1, BLOCK, 0xFF, 0xD0, BLOCK))) {
            assertThatThrownBy(() -> EncodedPictures.rewritten(Format.JPEG, file))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("truncated or damaged");
        }
    }

    @Test
    void tablesThatAFileLeavesOutAreTheStandardOnes() throws ImageException {
        byte[] without = new byte[0];
        for (PictureFileParser.Part part : PictureFileParser.of(BASELINE)) {
            if (part.name().equals("c4")) {
                byte[] segment = FixtureBytes.segment(0xC4, part.data());
                without = removed(without.length == 0 ? BASELINE : without, segment);
            }
        }
        byte[] clean = without;
        byte[] hiding = inserted(clean, clean.length - 2, SurplusBytesCheck.BYTES);
        assertThat(EncodedPictures.rewritten(Format.JPEG, clean)).isEqualTo(clean);
        assertThat(EncodedPictures.rewritten(Format.JPEG, hiding)).isEqualTo(clean);
    }

    /** Makes a JPEG of 24 x 8 gray pixels with one MCU in each restart interval. DC and AC have one code each, the bit 0. */
    private static byte[] gray(int... data) {
        return grayWithCodes(new int[] {1}, data);
    }

    /** Like {@link #gray}, with these numbers of codes of one bit, two bits and so on. The last code represents the symbol 0. */
    private static byte[] grayWithCodes(int[] codes, int... data) {
        int count = IntStream.of(codes).sum();
        byte[] dc = new byte[1 + 16 + count];
        for (int i = 0; i < codes.length; i++) {
            dc[1 + i] = (byte) codes[i];
        }
        for (int i = 0; i < count - 1; i++) {
            dc[17 + i] = 5;
        }
        byte[] ac = dc.clone();
        ac[0] = 0x10;
        return grayFile(dc, ac, data);
    }

    private static byte[] grayWithSymbols(byte[] symbols, int... data) {
        byte[] ac = new byte[1 + 16 + 1 + symbols.length];
        ac[0] = 0x10;
        ac[1] = 1;
        ac[1 + 7] = (byte) symbols.length;
        System.arraycopy(symbols, 0, ac, 18, symbols.length);
        byte[] dc = new byte[18];
        dc[1] = 1;
        return grayFile(dc, ac, data);
    }

    private static byte[] grayFile(byte[] dc, byte[] ac, int... data) {
        byte[] quantization = new byte[65];
        java.util.Arrays.fill(quantization, 1, 65, (byte) 8);
        return new FixtureBytes()
                .u8(0xFF, 0xD8)
                .bytes(FixtureBytes.segment(0xE0, FixtureBytes.ascii("JFIF\0\1\1\0\0\1\0\1\0\0")))
                .bytes(FixtureBytes.segment(0xDB, quantization))
                .bytes(FixtureBytes.segment(0xC0, new byte[] {8, 0, 8, 0, 24, 1, 1, 0x11, 0}))
                .bytes(FixtureBytes.segment(0xC4, dc))
                .bytes(FixtureBytes.segment(0xC4, ac))
                .bytes(FixtureBytes.segment(0xDD, new byte[] {0, 1}))
                .bytes(FixtureBytes.segment(0xDA, new byte[] {1, 1, 0, 0, 63, 0}))
                .u8(data)
                .u8(0xFF, 0xD9)
                .toArray();
    }

    private static byte[] huffman(int id, byte[] symbols) {
        byte[] counts = new byte[16];
        counts[7] = (byte) symbols.length;
        return FixtureBytes.of(new byte[] {(byte) id}, counts, symbols).toArray();
    }

    private static byte[] text(int length) {
        return FixtureBytes.slice(FixtureBytes.ascii(SurplusBytesCheck.TEXT.repeat(4)), 0, length);
    }

    private static byte[] inserted(byte[] file, int at, byte[] piece) {
        return FixtureBytes.of(FixtureBytes.slice(file, 0, at), piece, FixtureBytes.slice(file, at, file.length))
                .toArray();
    }

    private static byte[] removed(byte[] file, byte[] piece) {
        for (int at = 0; at + piece.length <= file.length; at++) {
            if (java.util.Arrays.equals(file, at, at + piece.length, piece, 0, piece.length)) {
                return FixtureBytes.of(
                                FixtureBytes.slice(file, 0, at),
                                FixtureBytes.slice(file, at + piece.length, file.length))
                        .toArray();
            }
        }
        throw new AssertionError("no such piece");
    }

    private static List<Integer> scanEnds(byte[] file) {
        List<Integer> ends = new ArrayList<>();
        int at = 2;
        for (PictureFileParser.Part part : PictureFileParser.of(file)) {
            at += part.data().length + (part.name().equals("scan") ? 0 : 4);
            if (part.name().equals("scan")) {
                ends.add(at);
            }
        }
        return ends;
    }

    /** Offset of the coded data in a file of one scan. */
    private static int scanStart(byte[] file) {
        int length = PictureFileParser.of(file).stream()
                .filter(part -> part.name().equals("scan"))
                .mapToInt(part -> part.data().length)
                .sum();
        return file.length - 2 - length;
    }

    private static int lastSegment(byte[] file) {
        int length = PictureFileParser.of(file).stream()
                .filter(part -> part.name().equals("da"))
                .mapToInt(part -> part.data().length)
                .sum();
        return scanStart(file) - length - 4;
    }
}
