package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class PngRewriterTest {
    private static final byte[] PLAIN = EncodedPictures.png();
    private static final int AFTER_IHDR = 33;
    private static final int IEND = PLAIN.length - 12;

    public static byte[] loaded(int orientation) {
        return FixtureBytes.of(FixtureBytes.slice(PLAIN, 0, AFTER_IHDR))
                .bytes(FixtureBytes.chunk("tEXt", FixtureBytes.ascii("Comment\0CANARY-text")))
                .bytes(FixtureBytes.chunk(
                        "zTXt",
                        FixtureBytes.of(
                                        FixtureBytes.ascii("Raw profile type exif\0\0"),
                                        PrivateMetadata.deflated(FixtureBytes.ascii("CANARY-ztxt")))
                                .toArray()))
                .bytes(FixtureBytes.chunk(
                        "iTXt",
                        FixtureBytes.of(FixtureBytes.ascii("XML:com.adobe.xmp\0\0\0\0\0"), PrivateMetadata.xmp())
                                .toArray()))
                .bytes(FixtureBytes.chunk("tIME", new byte[] {7, (byte) 0xEA, 1, 31, 12, 34, 56}))
                .bytes(FixtureBytes.chunk("prVt", FixtureBytes.ascii("CANARY-private")))
                .bytes(FixtureBytes.chunk("bKGD", new byte[] {0, 1, 0, 2, 0, 3}))
                .bytes(FixtureBytes.chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}))
                .bytes(FixtureBytes.chunk("gAMA", FixtureBytes.ascii("late")))
                .bytes(FixtureBytes.chunk("pHYs", new byte[] {0, 0, 11, 19, 0, 0, 11, 19, 1}))
                .bytes(FixtureBytes.chunk("eXIf", PrivateMetadata.exif(orientation)))
                .bytes(FixtureBytes.slice(PLAIN, AFTER_IHDR, IEND))
                .bytes(FixtureBytes.chunk("tEXt", FixtureBytes.ascii("Author\0CANARY-late-text")))
                .bytes(FixtureBytes.slice(PLAIN, IEND, PLAIN.length))
                .bytes(PLAIN)
                .text("CANARY-after-the-end PK\u0003\u0004")
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingButTheOrientationSurvives(int orientation) throws ImageException {
        byte[] loaded = loaded(orientation);
        byte[] clean = EncodedPictures.rewritten(Format.PNG, loaded);
        assertThat(CleanCheck.findings(loaded, orientation)).hasSizeGreaterThan(6);
        assertThat(CleanCheck.findings(clean, orientation)).isEmpty();
        assertThat(PictureFileParser.names(clean)).containsSubsequence("IHDR", "gAMA", "pHYs", "IDAT", "IEND");
        assertThat(PictureFileParser.names(clean)).containsOnlyOnce("gAMA");
        assertThat(EncodedPictures.pixels(clean).get(0))
                .isEqualTo(EncodedPictures.pixels(PLAIN).get(0));
        assertThat(EncodedPictures.rewritten(Format.PNG, clean)).isEqualTo(clean);
    }

    @Test
    void aCleanFileStaysAsItIs() throws ImageException {
        assertThat(EncodedPictures.rewritten(Format.PNG, PLAIN)).isEqualTo(PLAIN);
    }

    @Test
    void theProfileIsKeptWithoutItsNameAndTail() throws ImageException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] data = FixtureBytes.of(
                        FixtureBytes.ascii("CANARY profile name\0\0"),
                        PrivateMetadata.deflated(profile),
                        FixtureBytes.ascii("CANARY-tail"))
                .toArray();
        byte[] file = withChunk("iCCP", data);
        byte[] clean = EncodedPictures.rewritten(Format.PNG, file);
        byte[] written = part(clean, "iCCP");
        assertThat(FixtureBytes.slice(written, 0, 5)).isEqualTo(FixtureBytes.ascii("icc\0\0"));
        assertThat(inflated(FixtureBytes.slice(written, 5, written.length))).isEqualTo(profile);
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
        assertThat(EncodedPictures.rewritten(Format.PNG, clean)).isEqualTo(clean);
    }

    @Test
    void aProfileThatInflatesWithoutEndIsDropped() throws ImageException {
        byte[] data = FixtureBytes.of(FixtureBytes.ascii("icc\0\0"), PrivateMetadata.deflated(new byte[20 << 20]))
                .toArray();
        assertThat(PictureFileParser.names(EncodedPictures.rewritten(Format.PNG, withChunk("iCCP", data))))
                .doesNotContain("iCCP");
    }

    @Test
    void everyFrameOfAnAnimationIsKept() throws ImageException {
        byte[] control = FixtureBytes.of(new byte[4])
                .u32(61)
                .u32(43)
                .u32(0)
                .u32(0)
                .u16(1)
                .u16(10)
                .u8(0, 0)
                .toArray();
        byte[] second = control.clone();
        second[3] = 1;
        byte[] pixels = part(PLAIN, "IDAT");
        byte[] file = FixtureBytes.of(FixtureBytes.slice(PLAIN, 0, AFTER_IHDR))
                .bytes(FixtureBytes.chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}))
                .bytes(FixtureBytes.chunk("fcTL", control))
                .bytes(FixtureBytes.slice(PLAIN, AFTER_IHDR, IEND))
                .bytes(FixtureBytes.chunk("tEXt", FixtureBytes.ascii("Comment\0CANARY between frames")))
                .bytes(FixtureBytes.chunk("fcTL", second))
                .bytes(FixtureBytes.chunk(
                        "fdAT", FixtureBytes.of(new byte[] {0, 0, 0, 2}, pixels).toArray()))
                .bytes(FixtureBytes.slice(PLAIN, IEND, PLAIN.length))
                .toArray();
        byte[] clean = EncodedPictures.rewritten(Format.PNG, file);
        assertThat(PictureFileParser.names(clean))
                .containsExactly("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND");
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
    }

    @Test
    void anAncillaryChunkWithAWrongChecksumIsDropped() throws ImageException {
        byte[] file = withChunk("gAMA", new byte[] {0, 0, 0, 9});
        file[AFTER_IHDR + 8] ^= 1;
        assertThat(PictureFileParser.names(EncodedPictures.rewritten(Format.PNG, file)))
                .doesNotContain("gAMA");
    }

    @Test
    void pixelsWithAWrongChecksumAreMalformed() {
        byte[] file = PLAIN.clone();
        file[IEND - 6] ^= 1;
        assertThatThrownBy(() -> EncodedPictures.rewritten(Format.PNG, file))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("IDAT")
                .hasMessageContaining("CRC");
    }

    @Test
    void anUnknownCriticalChunkIsMalformed() {
        assertThatThrownBy(() -> EncodedPictures.rewritten(Format.PNG, withChunk("CgBI", new byte[4])))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("CgBI");
    }

    @Test
    void aMissingEndIsAddedWhereThePictureIsWhole() throws ImageException {
        assertThat(EncodedPictures.rewritten(Format.PNG, FixtureBytes.slice(PLAIN, 0, IEND)))
                .isEqualTo(EncodedPictures.rewritten(Format.PNG, PLAIN));
    }

    @Test
    void everyTruncationIsMalformed() {
        for (int length = 0; length < IEND; length += 1 + length / 400) {
            byte[] cut = FixtureBytes.slice(PLAIN, 0, length);
            assertThatThrownBy(() -> EncodedPictures.rewritten(Format.PNG, cut))
                    .as("the first %d bytes", length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    private static byte[] withChunk(String type, byte[] data) {
        return FixtureBytes.of(
                        FixtureBytes.slice(PLAIN, 0, AFTER_IHDR),
                        FixtureBytes.chunk(type, data),
                        FixtureBytes.slice(PLAIN, AFTER_IHDR, PLAIN.length))
                .toArray();
    }

    private static byte[] part(byte[] file, String name) {
        List<PictureFileParser.Part> found = PictureFileParser.of(file).stream()
                .filter(part -> part.name().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).data();
    }

    private static byte[] inflated(byte[] stream) {
        try (var in = new java.util.zip.InflaterInputStream(new java.io.ByteArrayInputStream(stream))) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothingHidesBehindTheColoursOfAPalette() throws ImageException {
        byte[] colours = new byte[768];
        byte[] hiding = FixtureBytes.of(FixtureBytes.slice(PLAIN, 0, AFTER_IHDR))
                .bytes(FixtureBytes.chunk(
                        "PLTE", FixtureBytes.of(colours).text("CANARY-palette-").toArray()))
                .bytes(FixtureBytes.slice(PLAIN, AFTER_IHDR, PLAIN.length))
                .toArray();
        byte[] clean = EncodedPictures.rewritten(Format.PNG, hiding);
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
        assertThat(EncodedPictures.pixels(clean).get(0))
                .isEqualTo(EncodedPictures.pixels(PLAIN).get(0));
    }

    @Test
    void aPaletteBesideTrueColoursAndTransparencyOfAnotherTypeAreDropped() throws ImageException {
        byte[] hiding = FixtureBytes.of(FixtureBytes.slice(PLAIN, 0, AFTER_IHDR))
                .bytes(FixtureBytes.chunk("PLTE", FixtureBytes.ascii("CANARY-palette-")))
                .bytes(FixtureBytes.chunk("tRNS", FixtureBytes.ascii("CANARY-transparency")))
                .bytes(FixtureBytes.slice(PLAIN, AFTER_IHDR, PLAIN.length))
                .toArray();
        byte[] clean = EncodedPictures.rewritten(Format.PNG, hiding);
        assertThat(PictureFileParser.names(clean)).doesNotContain("PLTE", "tRNS");
        assertThat(EncodedPictures.pixels(clean).get(0))
                .isEqualTo(EncodedPictures.pixels(PLAIN).get(0));
        assertThat(EncodedPictures.rewritten(Format.PNG, clean)).isEqualTo(clean);
    }

    @Test
    void framesOfNoAnimationAreDropped() throws ImageException {
        byte[] hiding = FixtureBytes.of(FixtureBytes.slice(PLAIN, 0, IEND))
                .bytes(FixtureBytes.chunk("fcTL", new byte[26]))
                .bytes(FixtureBytes.chunk("fdAT", FixtureBytes.ascii("\0\0\0\1CANARY-frame")))
                .bytes(FixtureBytes.slice(PLAIN, IEND, PLAIN.length))
                .toArray();
        assertThat(PictureFileParser.names(EncodedPictures.rewritten(Format.PNG, hiding)))
                .doesNotContain("fcTL", "fdAT");
    }

    @Test
    void transparencyOfMoreColoursThanThereAreIsDropped() throws ImageException {
        assertThat(PictureFileParser.names(EncodedPictures.rewritten(Format.PNG, indexed(2))))
                .contains("PLTE", "tRNS");
        assertThat(PictureFileParser.names(EncodedPictures.rewritten(Format.PNG, indexed(3))))
                .contains("PLTE")
                .doesNotContain("tRNS");
    }

    /** A picture of one pixel with a palette of two colours. */
    private static byte[] indexed(int transparencies) {
        return FixtureBytes.of(FixtureBytes.slice(PLAIN, 0, 8))
                .bytes(FixtureBytes.chunk("IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 3, 0, 0, 0}))
                .bytes(FixtureBytes.chunk("PLTE", new byte[6]))
                .bytes(FixtureBytes.chunk("tRNS", new byte[transparencies]))
                .bytes(FixtureBytes.chunk("IDAT", PrivateMetadata.deflated(new byte[2])))
                .bytes(FixtureBytes.chunk("IEND", new byte[0]))
                .toArray();
    }
}
