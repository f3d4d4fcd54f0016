package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests every place of a PNG that can hold bytes without effect on the display (PNG 3rd edition, clauses 7 to 11). */
class PngSurplusTest {
    /** Rows of 5 x 3 pixels in true colour. */
    private static final byte[] ROWS = rows(16, 3, 40);

    private static final byte[] HEADER = header(5, 3, 8, 2, 0);

    @Test
    void bytesBehindTheCompressedStream() throws ImageException {
        byte[] stream = deflated(ROWS);
        byte[] clean = png(HEADER, idat(stream));
        SurplusBytesCheck.isDropped(Format.PNG, clean, png(HEADER, idat(stream, SurplusBytesCheck.BYTES)));
        SurplusBytesCheck.isDropped(Format.PNG, clean, png(HEADER, idat(stream), idat(SurplusBytesCheck.BYTES)));
        SurplusBytesCheck.isDropped(Format.PNG, clean, png(HEADER, idat(stream), idat(stream)));
        SurplusBytesCheck.isDropped(
                Format.PNG, clean, png(HEADER, idat(stream), idat(), idat(SurplusBytesCheck.BYTES, stream)));
    }

    @Test
    void rowsBehindTheLastOne() throws ImageException {
        byte[] clean = png(HEADER, idat(deflated(ROWS)));
        SurplusBytesCheck.isDropped(
                Format.PNG,
                clean,
                png(
                        HEADER,
                        idat(deflated(
                                FixtureBytes.of(ROWS, SurplusBytesCheck.BYTES).toArray()))));
        SurplusBytesCheck.isDropped(
                Format.PNG,
                clean,
                png(
                        HEADER,
                        idat(deflated(
                                FixtureBytes.of(ROWS, SurplusBytesCheck.BYTES).toArray(), Deflater.NO_COMPRESSION))));
    }

    @Test
    void aStreamWithoutItsChecksumIsMadeAnew() throws ImageException {
        byte[] stream = deflated(ROWS);
        byte[] clean = png(HEADER, idat(stream));
        byte[] cut = FixtureBytes.slice(stream, 0, stream.length - 4);
        SurplusBytesCheck.isDropped(Format.PNG, clean, png(HEADER, idat(cut)));
    }

    @Test
    void aStreamWithAWrongChecksumIsRefused() {
        byte[] cut = FixtureBytes.slice(deflated(ROWS), 0, deflated(ROWS).length - 4);
        byte[] wrong = png(HEADER, idat(cut, FixtureBytes.ascii("text"), SurplusBytesCheck.BYTES));
        assertThatThrownBy(() -> EncodedPictures.rewritten(Format.PNG, wrong)).hasMessageContaining("damaged");
    }

    @Test
    void blocksOfNothingMakeTheStreamAnew() throws ImageException {
        byte[] stream = deflated(ROWS);
        FixtureBytes blocks = FixtureBytes.of(FixtureBytes.slice(stream, 0, 2));
        for (int i = 0; i < 100; i++) {
            // An empty stored block. Five bits of its first byte are unused.
            blocks.u8((i & 31) << 3, 0, 0, 0xFF, 0xFF);
        }
        byte[] padded =
                blocks.bytes(FixtureBytes.slice(stream, 2, stream.length)).toArray();
        SurplusBytesCheck.isDropped(Format.PNG, png(HEADER, idat(stream)), png(HEADER, idat(padded)));
    }

    /** The last bits of the last byte of a row are padding. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void bitsBehindTheLastPixelOfARow(int interlaced) throws ImageException {
        byte[] header = header(1, 70, 1, 0, interlaced);
        byte[] clean = rows(2, 70, 1);
        for (int i = 1; i < clean.length; i += 2) {
            clean[i] &= (byte) 0x80;
            clean[i - 1] = 0;
        }
        byte[] hiding = clean.clone();
        for (int i = 0; i < 70; i++) {
            hiding[2 * i + 1] |= (byte) (SurplusBytesCheck.BYTES[i % SurplusBytesCheck.BYTES.length] & 0x7F);
        }
        assertThat(hiding).isNotEqualTo(clean);
        SurplusBytesCheck.isDropped(
                Format.PNG, png(header, idat(deflated(clean))), png(header, idat(deflated(hiding))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void coloursThatNoPixelHas(int depth) throws ImageException {
        byte[] header = header(4, 1, depth, 3, 0);
        // Four pixels of colour 1.
        int ones = 0x55;
        byte[] row = switch (depth) {
            case 1 -> new byte[] {0, (byte) 0xF0};
            case 2 -> new byte[] {0, (byte) ones};
            case 4 -> new byte[] {0, 0x11, 0x11};
            default -> new byte[] {0, 1, 1, 1, 1};
        };
        byte[] idat = idat(deflated(row));
        byte[] clean = png(header, FixtureBytes.chunk("PLTE", new byte[] {0, 0, 0, 7, 8, 9}), idat);
        byte[] first =
                FixtureBytes.of(FixtureBytes.ascii("CAN"), new byte[] {7, 8, 9}).toArray();
        byte[] last = FixtureBytes.of(first, FixtureBytes.slice(SurplusBytesCheck.BYTES, 0, 6))
                .toArray();
        SurplusBytesCheck.isDropped(Format.PNG, clean, png(header, FixtureBytes.chunk("PLTE", first), idat));
        SurplusBytesCheck.isDropped(Format.PNG, clean, png(header, FixtureBytes.chunk("PLTE", last), idat));
        byte[] keyed = png(
                header,
                FixtureBytes.chunk("PLTE", new byte[] {0, 0, 0, 7, 8, 9}),
                FixtureBytes.chunk("tRNS", new byte[] {(byte) 0xFF, 99}),
                idat);
        byte[] tail = FixtureBytes.chunk("tRNS", new byte[] {'C', 99, 'A', 'N'});
        SurplusBytesCheck.isDropped(Format.PNG, keyed, png(header, FixtureBytes.chunk("PLTE", last), tail, idat));
    }

    /** The indexes are known only after the row filter is reversed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void coloursOfFilteredRowsAreKept(int filter) throws ImageException {
        byte[] palette = new byte[768];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte) (i * 7 + 1);
        }
        byte[] rows = rows(33, 20, 9);
        for (int y = 0; y < 20; y++) {
            rows[33 * y] = (byte) filter;
        }
        byte[] file = png(header(32, 20, 8, 3, 0), FixtureBytes.chunk("PLTE", palette), idat(deflated(rows)));
        byte[] copy = EncodedPictures.rewritten(Format.PNG, file);
        assertThat(EncodedPictures.pixels(copy).get(0))
                .isEqualTo(EncodedPictures.pixels(file).get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 9, 17})
    void interlacedPicturesOfEveryWidthStayAsTheyAre(int width) throws ImageException {
        for (int height = 1; height < 10; height++) {
            byte[] rows = new byte[adam7(width, height)];
            byte[] file = png(header(width, height, 8, 0, 1), idat(deflated(rows)));
            assertThat(EncodedPictures.rewritten(Format.PNG, file)).isEqualTo(file);
        }
    }

    @Test
    void numbersThatOthersOverruleOrNobodyCanMean() throws ImageException {
        byte[] idat = idat(deflated(ROWS));
        byte[] srgb = FixtureBytes.chunk("sRGB", new byte[1]);
        byte[] text = SurplusBytesCheck.BYTES;
        byte[] plausible = new FixtureBytes()
                .u32(31270)
                .u32(32900)
                .u32(64000)
                .u32(33000)
                .u32(30000)
                .u32(60000)
                .u32(15000)
                .u32(6000)
                .toArray();
        byte[] gamma = new FixtureBytes().u32(45455).toArray();
        byte[] clean = png(HEADER, srgb, idat);
        SurplusBytesCheck.isDropped(Format.PNG, clean, png(HEADER, srgb, FixtureBytes.chunk("cHRM", plausible), idat));
        SurplusBytesCheck.isDropped(Format.PNG, clean, png(HEADER, FixtureBytes.chunk("gAMA", gamma), srgb, idat));
        SurplusBytesCheck.isDropped(
                Format.PNG,
                clean,
                png(HEADER, srgb, FixtureBytes.chunk("mDCV", FixtureBytes.slice(text, 0, 24)), idat));
        SurplusBytesCheck.isDropped(
                Format.PNG, clean, png(HEADER, srgb, FixtureBytes.chunk("cLLI", FixtureBytes.slice(text, 0, 8)), idat));
        SurplusBytesCheck.isDropped(
                Format.PNG, clean, png(HEADER, srgb, FixtureBytes.chunk("sBIT", FixtureBytes.slice(text, 0, 3)), idat));
        SurplusBytesCheck.isDropped(
                Format.PNG, clean, png(HEADER, srgb, FixtureBytes.chunk("pHYs", FixtureBytes.slice(text, 0, 9)), idat));
        byte[] plain = png(HEADER, idat);
        SurplusBytesCheck.isDropped(
                Format.PNG, plain, png(HEADER, FixtureBytes.chunk("cHRM", FixtureBytes.slice(text, 0, 32)), idat));
        SurplusBytesCheck.isDropped(Format.PNG, plain, png(HEADER, FixtureBytes.chunk("cHRM", plausible), idat));
        SurplusBytesCheck.isDropped(
                Format.PNG, plain, png(HEADER, FixtureBytes.chunk("gAMA", FixtureBytes.slice(text, 0, 4)), idat));
        byte[] both = png(HEADER, FixtureBytes.chunk("gAMA", gamma), FixtureBytes.chunk("cHRM", plausible), idat);
        assertThat(EncodedPictures.rewritten(Format.PNG, both)).isEqualTo(both);
        byte[] keyed = png(HEADER, FixtureBytes.chunk("tRNS", new byte[] {0, 1, 0, 2, 0, 3}), idat);
        SurplusBytesCheck.isDropped(
                Format.PNG, keyed, png(HEADER, FixtureBytes.chunk("tRNS", new byte[] {'C', 1, 'A', 2, 'N', 3}), idat));
    }

    @Test
    void whatFollowsTheLastRowOfAFrame() throws ImageException {
        byte[] stream = deflated(ROWS);
        byte[] clean = animation(2, stream, stream);
        SurplusBytesCheck.isDropped(
                Format.PNG,
                clean,
                animation(
                        2,
                        stream,
                        FixtureBytes.of(stream, SurplusBytesCheck.BYTES).toArray()));
        SurplusBytesCheck.isDropped(
                Format.PNG,
                clean,
                animation(2, FixtureBytes.of(stream, SurplusBytesCheck.BYTES).toArray(), stream));
        byte[] more = deflated(FixtureBytes.of(ROWS, SurplusBytesCheck.BYTES).toArray());
        SurplusBytesCheck.isDropped(Format.PNG, clean, animation(2, stream, more));
    }

    @Test
    void framesThatAreNotAnnounced() throws ImageException {
        byte[] stream = deflated(ROWS);
        byte[] other = deflated(rows(16, 3, 77));
        byte[] clean = animation(1, stream);
        SurplusBytesCheck.isDropped(Format.PNG, clean, animation(1, stream, other));
    }

    @Test
    void sequenceNumbersAreWrittenInOrder() throws ImageException {
        byte[] stream = deflated(ROWS);
        byte[] clean = animation(3, stream, stream, stream);
        byte[] hiding = clean.clone();
        assertThat(PictureFileParser.names(clean))
                .containsExactly("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND");
        // The sequence number of the first fcTL chunk.
        int at = 8 + 25 + 20 + 8;
        System.arraycopy(FixtureBytes.ascii("CANA"), 0, hiding, at, 4);
        byte[] control = FixtureBytes.chunk("fcTL", FixtureBytes.slice(hiding, at, at + 26));
        System.arraycopy(control, 0, hiding, at - 8, control.length);
        SurplusBytesCheck.isDropped(Format.PNG, clean, hiding);
    }

    @Test
    void tooFewRowsAreMalformed() {
        byte[] fewer = deflated(FixtureBytes.slice(ROWS, 0, ROWS.length - 1));
        for (byte[] file :
                List.of(png(HEADER, idat(fewer)), png(HEADER, idat(FixtureBytes.slice(deflated(ROWS), 0, 12))))) {
            assertThatThrownBy(() -> EncodedPictures.rewritten(Format.PNG, file))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("too little image data");
        }
    }

    @Test
    void aFrameWithTooFewRowsIsLeftOut() throws ImageException {
        byte[] fewer = deflated(FixtureBytes.slice(ROWS, 0, ROWS.length - 1));
        byte[] copy = EncodedPictures.rewritten(Format.PNG, animation(2, deflated(ROWS), fewer));
        assertThat(PictureFileParser.names(copy)).contains("IDAT").doesNotContain("fdAT");
    }

    @Test
    void anAnimationEndsBeforeTheFirstFrameControlThatDoesNotFit() throws ImageException {
        byte[] stream = deflated(ROWS);
        byte[] whole = animation(3, stream, stream, stream);
        assertThat(names(withWidth(whole, 1, 6))).containsExactly("IHDR", "acTL", "fcTL", "IDAT", "IEND");
        assertThat(names(withWidth(whole, 2, 6)))
                .containsExactly("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND");
        // The first frame has to be as large as the picture.
        assertThat(names(withWidth(whole, 0, 4))).containsExactly("IHDR", "IDAT", "IEND");
    }

    private static List<String> names(byte[] file) throws ImageException {
        byte[] copy = EncodedPictures.rewritten(Format.PNG, file);
        assertThat(EncodedPictures.rewritten(Format.PNG, copy)).isEqualTo(copy);
        return PictureFileParser.names(copy);
    }

    /** Changes the width in the fcTL chunk of a frame. */
    private static byte[] withWidth(byte[] file, int frame, int width) {
        byte[] changed = file.clone();
        int at = 0;
        for (int seen = -1; seen < frame; ) {
            at++;
            boolean control = changed[at] == 'f' && changed[at + 1] == 'c' && changed[at + 2] == 'T';
            seen += control ? 1 : 0;
        }
        changed[at + 4 + 7] = (byte) width;
        byte[] chunk = FixtureBytes.chunk("fcTL", FixtureBytes.slice(changed, at + 4, at + 30));
        System.arraycopy(chunk, 0, changed, at - 4, chunk.length);
        return changed;
    }

    private static byte[] animation(int announced, byte[]... streams) {
        FixtureBytes chunks = FixtureBytes.of(FixtureBytes.chunk(
                "acTL", new FixtureBytes().u32(announced).u32(0).toArray()));
        int number = 0;
        for (int i = 0; i < streams.length; i++) {
            chunks.bytes(FixtureBytes.chunk(
                    "fcTL",
                    new FixtureBytes()
                            .u32(number++)
                            .u32(5)
                            .u32(3)
                            .u32(0)
                            .u32(0)
                            .u16(1)
                            .u16(10)
                            .u8(0, 0)
                            .toArray()));
            chunks.bytes(
                    i == 0
                            ? idat(streams[i])
                            : FixtureBytes.chunk(
                                    "fdAT",
                                    new FixtureBytes()
                                            .u32(number++)
                                            .bytes(streams[i])
                                            .toArray()));
        }
        return png(HEADER, chunks.toArray());
    }

    private static byte[] header(int width, int height, int depth, int colorType, int interlaced) {
        return FixtureBytes.chunk(
                "IHDR",
                new FixtureBytes()
                        .u32(width)
                        .u32(height)
                        .u8(depth, colorType, 0, 0, interlaced)
                        .toArray());
    }

    private static byte[] idat(byte[]... data) {
        return FixtureBytes.chunk("IDAT", FixtureBytes.of(data).toArray());
    }

    private static byte[] png(byte[]... chunks) {
        return FixtureBytes.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .bytes(FixtureBytes.of(chunks).toArray())
                .bytes(FixtureBytes.chunk("IEND", new byte[0]))
                .toArray();
    }

    /** Makes rows with filter 0 and varying bytes. */
    private static byte[] rows(int length, int count, int seed) {
        byte[] rows = new byte[length * count];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) (i % length == 0 ? 0 : i * seed + (i * i >> 3));
        }
        return rows;
    }

    private static byte[] deflated(byte[] data) {
        return deflated(data, Deflater.BEST_COMPRESSION);
    }

    private static byte[] deflated(byte[] data, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    /** Bytes of the rows of all passes with one byte for each pixel (8.1), counted pixel by pixel. */
    private static int adam7(int width, int height) {
        int[][] pattern = {
            {1, 6, 4, 6, 2, 6, 4, 6}, {7, 7, 7, 7, 7, 7, 7, 7}, {5, 6, 5, 6, 5, 6, 5, 6}, {7, 7, 7, 7, 7, 7, 7, 7},
            {3, 6, 4, 6, 3, 6, 4, 6}, {7, 7, 7, 7, 7, 7, 7, 7}, {5, 6, 5, 6, 5, 6, 5, 6}, {7, 7, 7, 7, 7, 7, 7, 7}
        };
        int bytes = width * height;
        for (int pass = 1; pass <= 7; pass++) {
            for (int y = 0; y < height; y++) {
                int row = y;
                int searched = pass;
                boolean used =
                        java.util.stream.IntStream.range(0, width).anyMatch(x -> pattern[row % 8][x % 8] == searched);
                bytes += used ? 1 : 0;
            }
        }
        return bytes;
    }
}
