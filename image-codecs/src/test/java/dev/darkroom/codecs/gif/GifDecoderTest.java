package dev.darkroom.codecs.gif;

import static dev.darkroom.codecs.gif.GifPictures.FOUR;
import static dev.darkroom.codecs.gif.GifPictures.LZW;
import static dev.darkroom.codecs.gif.GifPictures.OTHER_FOUR;
import static dev.darkroom.codecs.gif.GifPictures.indices;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.HostileInputChecks;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.RandomDamage;
import dev.darkroom.codecs.VipsRaw;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class GifDecoderTest {
    private static final DecoderProvider GIF = new GifDecoderProvider();
    private static final int TRANSPARENT = 0;
    private static final int OPAQUE = 0xFF000000;

    @Test
    void everyIndexIsItsColourWhereItBelongs() throws ImageException {
        byte[] indices = indices(37, 29, 4);
        Pixels pixels = decode(new GifFixture(50, 40, FOUR).image(7, 5, 37, true, LZW, indices, OTHER_FOUR));
        assertThat(pixels.channels()).isEqualTo(3);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 50; x++) {
                boolean inside = x >= 7 && x < 44 && y >= 5 && y < 34;
                int expected = inside ? OPAQUE | OTHER_FOUR[indices[(y - 5) * 37 + x - 7]] : OPAQUE;
                assertThat(argb(pixels, x, y)).as("%d,%d", x, y).isEqualTo(expected);
            }
        }
    }

    @Test
    void withATransparentColourTheFreeCanvasIsTransparentToo() throws ImageException {
        byte[] indices = {0, 1, 2, 3};
        Pixels pixels = decode(new GifFixture(4, 3, FOUR).control(2).image(1, 1, 2, false, LZW, indices));
        assertThat(argb(pixels))
                .containsExactly(
                        TRANSPARENT,
                        TRANSPARENT,
                        TRANSPARENT,
                        TRANSPARENT,
                        TRANSPARENT,
                        OPAQUE | FOUR[0],
                        OPAQUE | FOUR[1],
                        TRANSPARENT,
                        TRANSPARENT,
                        TRANSPARENT,
                        OPAQUE | FOUR[3],
                        TRANSPARENT);
    }

    @Test
    void ofSeveralGraphicControlsTheLastCounts() throws ImageException {
        byte[] indices = {0, 1};
        Pixels pixels = decode(new GifFixture(2, 1, FOUR).control(0).control(1).image(0, 0, 2, false, LZW, indices));
        assertThat(argb(pixels)).containsExactly(OPAQUE | FOUR[0], TRANSPARENT);
    }

    @Test
    void theFirstImageIsDecodedAndNotTheSecond() throws ImageException {
        Pixels pixels = decode(new GifFixture(1, 1, FOUR)
                .control(-1)
                .image(0, 0, 1, false, LZW, new byte[] {1})
                .control(1)
                .image(0, 0, 1, false, LZW, new byte[] {2}));
        assertThat(argb(pixels)).containsExactly(OPAQUE | FOUR[1]);
    }

    @Test
    void anIndexPastTheTableIsLikeNothingDrawn() throws ImageException {
        GifLzwWriter wide = new GifLzwWriter(4);
        GifFixture opaque = new GifFixture(2, 1, FOUR).image(0, 0, 2, false, wide, new byte[] {1, 9});
        assertThat(argb(decode(opaque))).containsExactly(OPAQUE | FOUR[1], OPAQUE);
        GifFixture keyed = new GifFixture(2, 1, FOUR).control(3).image(0, 0, 2, false, wide, new byte[] {1, 9});
        assertThat(argb(decode(keyed))).containsExactly(OPAQUE | FOUR[1], TRANSPARENT);
    }

    @Test
    void dataThatEndsWithItsEndCodeLeavesTheRestFree() throws ImageException {
        byte[] half = LZW.encode(new byte[] {1, 2, 3});
        for (boolean interlaced : new boolean[] {false, true}) {
            Pixels pixels = decode(new GifFixture(2, 2, FOUR).imageData(0, 0, 2, 2, interlaced, half));
            assertThat(argb(pixels)).containsExactly(OPAQUE | FOUR[1], OPAQUE | FOUR[2], OPAQUE | FOUR[3], OPAQUE);
        }
    }

    @Test
    void dataThatJustEndsIsMalformed() {
        byte[] half = new GifLzwWriter(2, GifLzwWriter.WhenFull.CLEAR, false).encode(indices(30, 15, 4));
        byte[] file = new GifFixture(30, 30, FOUR)
                .imageData(0, 0, 30, 30, false, half)
                .end();
        HostileInputChecks.requireMalformed(GIF, file, "half of the data");
    }

    @Test
    void dataWithoutAnyPixelIsMalformed() {
        byte[] nothing = LZW.encode(new byte[0]);
        for (boolean interlaced : new boolean[] {false, true}) {
            byte[] file = new GifFixture(2, 2, FOUR)
                    .imageData(0, 0, 2, 2, interlaced, nothing)
                    .end();
            HostileInputChecks.requireMalformed(GIF, file, "no pixels");
        }
    }

    @Test
    void anImageOfNoWidthLeavesTheCanvasFree() throws ImageException {
        Pixels pixels = decode(new GifFixture(2, 1, FOUR).image(0, 0, 0, false, LZW, new byte[0]));
        assertThat(argb(pixels)).containsExactly(OPAQUE, OPAQUE);
    }

    @Test
    void moreDataThanPixelsIsPassedOver() throws ImageException {
        byte[] tooMuch = LZW.encode(indices(30, 30, 4));
        Pixels pixels = decode(new GifFixture(30, 10, FOUR).imageData(0, 0, 30, 10, false, tooMuch));
        assertThat(pixels.height()).isEqualTo(10);
    }

    @Test
    void impossibleCodesAreMalformed() {
        // Codes of 3 bits. First file: clear (4), then 7, which is larger than the last defined code 5. Second file: an
        // undefined code
        // without clear.
        for (byte[] data : List.of(new byte[] {2, 1, 0b00_111_100, 0}, new byte[] {2, 1, 0b00_111_110, 0})) {
            byte[] file = new GifFixture(3, 3, FOUR)
                    .imageData(0, 0, 3, 3, false, data)
                    .end();
            HostileInputChecks.requireMalformed(GIF, file, Arrays.toString(data));
        }
        for (int size : new int[] {0, 1, 9, 12, 255}) {
            byte[] data = {(byte) size, 1, 4, 0};
            byte[] file = new GifFixture(3, 3, FOUR)
                    .imageData(0, 0, 3, 3, false, data)
                    .end();
            HostileInputChecks.requireMalformed(GIF, file, "code size " + size);
        }
    }

    @Test
    void everyTenthByteAsTheLastIsMalformed() {
        for (Map.Entry<String, byte[]> still : GifPictures.stills().entrySet()) {
            byte[] file = still.getValue();
            // The trailer and the terminator before it are not missed.
            for (int length = 0; length < file.length - 2; length += 10) {
                HostileInputChecks.requireMalformed(
                        GIF, Arrays.copyOf(file, length), still.getKey() + " cut to " + length + " of " + file.length);
            }
        }
    }

    @Test
    void libvipsSeesTheSame() throws ImageException {
        for (Map.Entry<String, byte[]> still : GifPictures.stills().entrySet()) {
            Pixels ours = CheckedDecoding.decode(GIF, still.getValue());
            Pixels theirs = VipsRaw.decode(still.getValue(), ours.width(), ours.height())
                    .orElseThrow(() -> new AssertionError("libvips refuses: " + still.getKey()));
            assertThat(ours.channels()).as(still.getKey()).isEqualTo(theirs.channels());
            // Libvips drops the last index if no end code follows.
            int compared = ours.samples().length - (still.getKey().endsWith("no end code") ? 3 : 0);
            assertThat(Arrays.mismatch(ours.samples(), 0, compared, theirs.samples(), 0, compared))
                    .as(still.getKey())
                    .isNegative();
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void damageLeavesAPictureOrARefusal(@ForAll long seed) {
        List<byte[]> stills = List.copyOf(GifPictures.stills().values());
        byte[] file = stills.get((int) Math.floorMod(seed, (long) stills.size()));
        RandomDamage.leavesAPictureOrARefusal(GIF, file, seed);
    }

    private static Pixels decode(GifFixture fixture) throws ImageException {
        return CheckedDecoding.decode(GIF, fixture.end());
    }

    private static int[] argb(Pixels pixels) {
        int[] all = new int[pixels.width() * pixels.height()];
        for (int i = 0; i < all.length; i++) {
            all[i] = argb(pixels, i % pixels.width(), i / pixels.width());
        }
        return all;
    }

    private static int argb(Pixels pixels, int x, int y) {
        int alpha = pixels.channels() == 4 ? pixels.at(x, y, 3) : 255;
        return alpha << 24 | pixels.at(x, y, 0) << 16 | pixels.at(x, y, 1) << 8 | pixels.at(x, y, 2);
    }
}
