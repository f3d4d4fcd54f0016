package dev.darkroom.codecs.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.HostileInputChecks;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngDecoderTest {
    /** Its bytes. */
    private static final int IEND = 12;

    private static final DecoderProvider PNG = new PngDecoderProvider();
    private static final int[][] KINDS = {
        {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8}, {4, 8}, {4, 16},
        {6, 8}, {6, 16}
    };

    record Kind(int colorType, int depth, boolean interlaced, boolean transparency, int width, int height) {}

    static Stream<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (int[] kind : KINDS) {
            for (boolean interlaced : new boolean[] {false, true}) {
                kinds.add(new Kind(kind[0], kind[1], interlaced, false, 37, 29));
                kinds.add(new Kind(kind[0], kind[1], interlaced, false, 1, 1));
                kinds.add(new Kind(kind[0], kind[1], interlaced, false, 3, 70));
                if (kind[0] < 4) {
                    kinds.add(new Kind(kind[0], kind[1], interlaced, true, 33, 31));
                }
            }
        }
        return kinds.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindDecodesAsLibpngDecodesIt(Kind kind) throws ImageException {
        byte[] file = fixture(kind).file();
        Pixels ours = CheckedDecoding.decode(PNG, file);
        Pixels theirs = PngReference.decode(file).orElseThrow();
        // ImageMagick rounds some 16-bit samples differently. Exact values are tested below.
        assertThat(ours.worstDifference(theirs)).isLessThanOrEqualTo(kind.depth == 16 ? 1 : 0);
        assertThat(ours.channels())
                .isEqualTo(kind.colorType >= 4 || kind.transparency ? 4 : kind.colorType == 0 ? 1 : 3);
    }

    @Test
    void sixteenBitsRoundToTheNearestOfEight() throws ImageException {
        int[] samples = new int[65536];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i;
        }
        Pixels pixels = CheckedDecoding.decode(PNG, new PngFixture(256, 256, 16, 0, samples).file());
        for (int i = 0; i < samples.length; i++) {
            assertThat(pixels.samples()[i] & 0xFF).isEqualTo((int) Math.round(i * 255 / 65535.0));
        }
    }

    @Test
    void aTransparentColorIsComparedAtFullDepth() throws ImageException {
        // 0x1234 and 0x1235 are the same in 8 bits; only one is transparent.
        PngFixture fixture = new PngFixture(2, 1, 16, 0, new int[] {0x1234, 0x1235}).chunk("tRNS", 0x12, 0x34);
        Pixels pixels = CheckedDecoding.decode(PNG, fixture.file());
        assertThat(pixels.at(0, 0, 3)).isZero();
        assertThat(pixels.at(1, 0, 3)).isEqualTo(255);
        assertThat(pixels.at(0, 0, 0)).isEqualTo(pixels.at(1, 0, 0));
    }

    @Test
    void gammaChangesNoSample() throws ImageException {
        PngFixture plain = PngFixture.random(20, 20, 8, 0, 5);
        PngFixture tagged = PngFixture.random(20, 20, 8, 0, 5).chunk("gAMA", 0, 1, 0x86, 0xA0);
        assertThat(CheckedDecoding.decode(PNG, tagged.file()).samples())
                .isEqualTo(CheckedDecoding.decode(PNG, plain.file()).samples());
    }

    @Test
    void brokenMetadataIsNobodysBusiness() throws ImageException {
        byte[] file = PngFixture.random(9, 9, 8, 2, 1)
                .chunk("zTXt", new byte[] {'k', 0, 0, 1, 2, 3})
                .chunk("iTXt", new byte[] {1})
                .chunk("tEXt", new byte[300_000])
                .chunk("pHYs", new byte[1])
                .chunk("tIME", new byte[0])
                .chunkAfterData("eXIf", new byte[3])
                .file();
        assertThat(CheckedDecoding.decode(PNG, file).width()).isEqualTo(9);
    }

    @Test
    void transparencyThatBreaksItsRulesIsAsIfItWereNotThere() throws ImageException {
        byte[] palette = {10, 20, 30, 40, 50, 60};
        int[] indexes = {0, 1};
        Pixels opaque = CheckedDecoding.decode(
                PNG, new PngFixture(2, 1, 8, 3, indexes).chunk("PLTE", palette).file());
        byte[] badCrc = new PngFixture(2, 1, 8, 3, indexes)
                .chunk("PLTE", palette)
                .chunk("tRNS", 0)
                .file();
        badCrc[8 + 25 + 18 + 9] ^= 1; // the first CRC byte of tRNS
        byte[] tooLong = new PngFixture(2, 1, 8, 3, indexes)
                .chunk("PLTE", palette)
                .chunk("tRNS", 0, 0, 0)
                .file();
        byte[] tooEarly = new PngFixture(2, 1, 8, 3, indexes)
                .chunk("tRNS", 0)
                .chunk("PLTE", palette)
                .file();
        for (byte[] file : List.of(badCrc, tooLong, tooEarly)) {
            assertThat(CheckedDecoding.decode(PNG, file).samples()).isEqualTo(opaque.samples());
        }
    }

    @Test
    void aSuggestedPaletteOfATrueColorPictureIsNobodysBusiness() throws ImageException {
        byte[] file = PngFixture.random(9, 9, 8, 2, 1).chunk("PLTE", 1, 2).file();
        assertThat(CheckedDecoding.decode(PNG, file).samples())
                .isEqualTo(CheckedDecoding.decode(
                                PNG, PngFixture.random(9, 9, 8, 2, 1).file())
                        .samples());
    }

    @Test
    void manySmallAndEmptyDataChunksAreOneStream() throws ImageException {
        byte[] whole = PngFixture.random(40, 40, 8, 6, 3).file();
        byte[] split = PngFixture.random(40, 40, 8, 6, 3).pieces(9000).file();
        assertThat(CheckedDecoding.decode(PNG, split).samples())
                .isEqualTo(CheckedDecoding.decode(PNG, whole).samples());
    }

    @Test
    void aPaletteShorterThanItsIndexesGivesBlack() throws ImageException {
        PngFixture fixture = new PngFixture(2, 1, 8, 3, new int[] {0, 9}).chunk("PLTE", 10, 20, 30);
        Pixels pixels = CheckedDecoding.decode(PNG, fixture.file());
        assertThat(pixels.samples()).containsExactly(10, 20, 30, 0, 0, 0);
    }

    @Test
    void whatBreaksTheRulesIsMalformed() {
        HostileInputChecks.requireMalformed(
                PNG, PngFixture.random(5, 5, 8, 3, 1).file(), "no palette");
        HostileInputChecks.requireMalformed(
                PNG, PngFixture.random(5, 5, 8, 2, 1).filter(5).file(), "filter 5");
        HostileInputChecks.requireMalformed(
                PNG, PngFixture.random(5, 5, 8, 2, 1).leaveOutRows(1).file(), "a row too few");
        HostileInputChecks.requireMalformed(
                PNG, PngFixture.random(5, 5, 4, 2, 1).file(), "4-bit RGB");
        HostileInputChecks.requireMalformed(
                PNG, PngFixture.random(5, 5, 8, 2, 1).chunk("ABCD", 1).file(), "critical chunk");
        HostileInputChecks.requireMalformed(
                PNG, PngFixture.random(5, 5, 8, 3, 1).chunk("PLTE", 1, 2).file(), "palette of 2 bytes");
        HostileInputChecks.requireMalformed(
                PNG,
                PngFixture.random(5, 5, 1, 3, 1)
                        .chunk("PLTE", 1, 2, 3)
                        .chunk("PLTE", 1, 2, 3)
                        .file(),
                "two palettes");
    }

    @Test
    void aWrongChecksumOfImageDataIsMalformed() {
        byte[] file = PngFixture.random(50, 50, 8, 2, 1).pieces(3).file();
        file[file.length - 14] ^= 1; // the last CRC byte of the last IDAT
        HostileInputChecks.requireMalformed(PNG, file, "wrong CRC");
    }

    @Test
    void everyTruncationIsMalformed() {
        HostileInputChecks.everyTruncationIsMalformed(
                PNG, PngFixture.random(60, 40, 8, 2, 4).pieces(4).file(), IEND);
        HostileInputChecks.everyTruncationIsMalformed(
                PNG, PngFixture.random(60, 40, 16, 6, 4).interlaced(true).file(), IEND);
    }

    @Property(tries = 600)
    void mutationsArePicturesOrRefusals(@ForAll long seed) {
        Random random = new Random(seed);
        int[] kind = KINDS[random.nextInt(KINDS.length)];
        boolean interlaced = random.nextBoolean();
        Kind chosen = new Kind(kind[0], kind[1], interlaced, random.nextBoolean() && kind[0] < 4, 19, 17);
        HostileInputChecks.mutationIsAPictureOrARefusal(PNG, fixture(chosen).file(), seed);
    }

    private static PngFixture fixture(Kind kind) {
        PngFixture fixture = PngFixture.random(kind.width, kind.height, kind.depth, kind.colorType, kind.hashCode())
                .interlaced(kind.interlaced);
        if (kind.colorType == 3) {
            byte[] palette = new byte[3 << kind.depth];
            new Random(7).nextBytes(palette);
            fixture.chunk("PLTE", palette);
        }
        if (kind.transparency && kind.colorType == 3) {
            fixture.chunk("tRNS", 0, 128);
        } else if (kind.transparency) {
            byte[] key = new byte[2 * PngFixture.channels(kind.colorType)];
            for (int c = 0; c < key.length / 2; c++) {
                key[2 * c] = (byte) (fixture.samples[c] >> 8);
                key[2 * c + 1] = (byte) fixture.samples[c];
            }
            fixture.chunk("tRNS", key);
        }
        return fixture;
    }
}
