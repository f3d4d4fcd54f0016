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

class PngRewriterTest {
    private static final byte[] PLAIN = Pictures.png();
    private static final int AFTER_IHDR = 33;
    private static final int IEND = PLAIN.length - 12;

    static byte[] loaded(int orientation) {
        return Raw.of(Raw.slice(PLAIN, 0, AFTER_IHDR))
                .bytes(Raw.chunk("tEXt", Raw.ascii("Comment\0CANARY-text")))
                .bytes(Raw.chunk(
                        "zTXt",
                        Raw.of(Raw.ascii("Raw profile type exif\0\0"), Loot.deflated(Raw.ascii("CANARY-ztxt")))
                                .toArray()))
                .bytes(Raw.chunk(
                        "iTXt",
                        Raw.of(Raw.ascii("XML:com.adobe.xmp\0\0\0\0\0"), Loot.xmp())
                                .toArray()))
                .bytes(Raw.chunk("tIME", new byte[] {7, (byte) 0xEA, 1, 31, 12, 34, 56}))
                .bytes(Raw.chunk("prVt", Raw.ascii("CANARY-private")))
                .bytes(Raw.chunk("bKGD", new byte[] {0, 1, 0, 2, 0, 3}))
                .bytes(Raw.chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}))
                .bytes(Raw.chunk("gAMA", Raw.ascii("late")))
                .bytes(Raw.chunk("pHYs", new byte[] {0, 0, 11, 19, 0, 0, 11, 19, 1}))
                .bytes(Raw.chunk("eXIf", Loot.exif(orientation)))
                .bytes(Raw.slice(PLAIN, AFTER_IHDR, IEND))
                .bytes(Raw.chunk("tEXt", Raw.ascii("Author\0CANARY-late-text")))
                .bytes(Raw.slice(PLAIN, IEND, PLAIN.length))
                .bytes(PLAIN)
                .text("CANARY-after-the-end PK\u0003\u0004")
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingButTheOrientationSurvives(int orientation) throws ImageException {
        byte[] loaded = loaded(orientation);
        byte[] clean = Pictures.rewritten(Format.PNG, loaded);
        assertThat(CleanCheck.findings(loaded, orientation)).hasSizeGreaterThan(6);
        assertThat(CleanCheck.findings(clean, orientation)).isEmpty();
        assertThat(Anatomy.names(clean)).containsSubsequence("IHDR", "gAMA", "pHYs", "IDAT", "IEND");
        assertThat(Anatomy.names(clean)).containsOnlyOnce("gAMA");
        assertThat(Pictures.pixels(clean).get(0))
                .isEqualTo(Pictures.pixels(PLAIN).get(0));
        assertThat(Pictures.rewritten(Format.PNG, clean)).isEqualTo(clean);
    }

    @Test
    void aCleanFileStaysAsItIs() throws ImageException {
        assertThat(Pictures.rewritten(Format.PNG, PLAIN)).isEqualTo(PLAIN);
    }

    @Test
    void theProfileIsKeptWithoutItsNameAndTail() throws ImageException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] data = Raw.of(Raw.ascii("CANARY profile name\0\0"), Loot.deflated(profile), Raw.ascii("CANARY-tail"))
                .toArray();
        byte[] file = withChunk("iCCP", data);
        byte[] clean = Pictures.rewritten(Format.PNG, file);
        byte[] written = part(clean, "iCCP");
        assertThat(Raw.slice(written, 0, 5)).isEqualTo(Raw.ascii("icc\0\0"));
        assertThat(inflated(Raw.slice(written, 5, written.length))).isEqualTo(profile);
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
        assertThat(Pictures.rewritten(Format.PNG, clean)).isEqualTo(clean);
    }

    @Test
    void aProfileThatInflatesWithoutEndIsDropped() throws ImageException {
        byte[] data =
                Raw.of(Raw.ascii("icc\0\0"), Loot.deflated(new byte[20 << 20])).toArray();
        assertThat(Anatomy.names(Pictures.rewritten(Format.PNG, withChunk("iCCP", data))))
                .doesNotContain("iCCP");
    }

    @Test
    void everyFrameOfAnAnimationIsKept() throws ImageException {
        byte[] control = Raw.of(new byte[4])
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
        byte[] file = Raw.of(Raw.slice(PLAIN, 0, AFTER_IHDR))
                .bytes(Raw.chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}))
                .bytes(Raw.chunk("fcTL", control))
                .bytes(Raw.slice(PLAIN, AFTER_IHDR, IEND))
                .bytes(Raw.chunk("tEXt", Raw.ascii("Comment\0CANARY between frames")))
                .bytes(Raw.chunk("fcTL", second))
                .bytes(Raw.chunk("fdAT", Raw.of(new byte[] {0, 0, 0, 2}, pixels).toArray()))
                .bytes(Raw.slice(PLAIN, IEND, PLAIN.length))
                .toArray();
        byte[] clean = Pictures.rewritten(Format.PNG, file);
        assertThat(Anatomy.names(clean)).containsExactly("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND");
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
    }

    @Test
    void anAncillaryChunkWithAWrongChecksumIsDropped() throws ImageException {
        byte[] file = withChunk("gAMA", new byte[] {0, 0, 0, 9});
        file[AFTER_IHDR + 8] ^= 1;
        assertThat(Anatomy.names(Pictures.rewritten(Format.PNG, file))).doesNotContain("gAMA");
    }

    @Test
    void pixelsWithAWrongChecksumAreMalformed() {
        byte[] file = PLAIN.clone();
        file[IEND - 6] ^= 1;
        assertThatThrownBy(() -> Pictures.rewritten(Format.PNG, file))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("IDAT")
                .hasMessageContaining("CRC");
    }

    @Test
    void anUnknownCriticalChunkIsMalformed() {
        assertThatThrownBy(() -> Pictures.rewritten(Format.PNG, withChunk("CgBI", new byte[4])))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("CgBI");
    }

    @Test
    void everyTruncationIsMalformed() {
        for (int length = 0; length < PLAIN.length; length += 1 + length / 400) {
            byte[] cut = Raw.slice(PLAIN, 0, length);
            assertThatThrownBy(() -> Pictures.rewritten(Format.PNG, cut))
                    .as("the first %d bytes", length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    private static byte[] withChunk(String type, byte[] data) {
        return Raw.of(
                        Raw.slice(PLAIN, 0, AFTER_IHDR),
                        Raw.chunk(type, data),
                        Raw.slice(PLAIN, AFTER_IHDR, PLAIN.length))
                .toArray();
    }

    private static byte[] part(byte[] file, String name) {
        List<Anatomy.Part> found = Anatomy.of(file).stream()
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
        byte[] hiding = Raw.of(Raw.slice(PLAIN, 0, AFTER_IHDR))
                .bytes(Raw.chunk("PLTE", Raw.of(colours).text("CANARY-palette-").toArray()))
                .bytes(Raw.slice(PLAIN, AFTER_IHDR, PLAIN.length))
                .toArray();
        byte[] clean = Pictures.rewritten(Format.PNG, hiding);
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
        assertThat(Pictures.pixels(clean).get(0))
                .isEqualTo(Pictures.pixels(PLAIN).get(0));
    }

    @Test
    void aPaletteBesideTrueColoursAndTransparencyOfAnotherTypeAreDropped() throws ImageException {
        byte[] hiding = Raw.of(Raw.slice(PLAIN, 0, AFTER_IHDR))
                .bytes(Raw.chunk("PLTE", Raw.ascii("CANARY-palette-")))
                .bytes(Raw.chunk("tRNS", Raw.ascii("CANARY-transparency")))
                .bytes(Raw.slice(PLAIN, AFTER_IHDR, PLAIN.length))
                .toArray();
        byte[] clean = Pictures.rewritten(Format.PNG, hiding);
        assertThat(Anatomy.names(clean)).doesNotContain("PLTE", "tRNS");
        assertThat(Pictures.pixels(clean).get(0))
                .isEqualTo(Pictures.pixels(PLAIN).get(0));
        assertThat(Pictures.rewritten(Format.PNG, clean)).isEqualTo(clean);
    }

    @Test
    void framesOfNoAnimationAreDropped() throws ImageException {
        byte[] hiding = Raw.of(Raw.slice(PLAIN, 0, IEND))
                .bytes(Raw.chunk("fcTL", new byte[26]))
                .bytes(Raw.chunk("fdAT", Raw.ascii("\0\0\0\1CANARY-frame")))
                .bytes(Raw.slice(PLAIN, IEND, PLAIN.length))
                .toArray();
        assertThat(Anatomy.names(Pictures.rewritten(Format.PNG, hiding))).doesNotContain("fcTL", "fdAT");
    }

    @Test
    void transparencyOfMoreColoursThanThereAreIsDropped() throws ImageException {
        assertThat(Anatomy.names(Pictures.rewritten(Format.PNG, indexed(2)))).contains("PLTE", "tRNS");
        assertThat(Anatomy.names(Pictures.rewritten(Format.PNG, indexed(3))))
                .contains("PLTE")
                .doesNotContain("tRNS");
    }

    /** One pixel of two colours. */
    private static byte[] indexed(int transparencies) {
        return Raw.of(Raw.slice(PLAIN, 0, 8))
                .bytes(Raw.chunk("IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 3, 0, 0, 0}))
                .bytes(Raw.chunk("PLTE", new byte[6]))
                .bytes(Raw.chunk("tRNS", new byte[transparencies]))
                .bytes(Raw.chunk("IDAT", Loot.deflated(new byte[2])))
                .bytes(Raw.chunk("IEND", new byte[0]))
                .toArray();
    }
}
