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

class JpegRewriterTest {
    private static final byte[] PLAIN = Pictures.jpeg();
    private static final int AFTER_JFIF = 2 + 18;

    /** Everything a JPEG can hide something in, around the picture and between its scans. */
    static byte[] loaded(byte[] plain, int orientation) {
        byte[] jfif = Raw.of(Raw.slice(plain, 6, 18)).u8(1, 2).text("CANARY").toArray();
        return Raw.of(Raw.slice(plain, 0, 2))
                .bytes(Raw.segment(0xE0, jfif))
                .bytes(Raw.segment(0xE0, Raw.ascii("JFXX\0\u0010CANARY-jfxx")))
                .bytes(Raw.segment(
                        0xE1,
                        Raw.of(Raw.ascii("Exif\0\0"), Loot.exif(orientation)).toArray()))
                .bytes(Raw.segment(
                        0xE1,
                        Raw.of(Raw.ascii("http://ns.adobe.com/xap/1.0/\0"), Loot.xmp())
                                .toArray()))
                .bytes(Raw.segment(0xE1, Raw.ascii("http://ns.adobe.com/xmp/extension/\0CANARY-extended")))
                .bytes(Raw.segment(0xE2, Raw.ascii("MPF\0MM\0*CANARY-mpf")))
                .bytes(Raw.segment(0xE2, Raw.ascii("FPXR\0CANARY-flashpix")))
                .bytes(Raw.segment(0xE2, Raw.ascii("urn:iso:std:iso:ts:21496:-1\0CANARY-gain-map")))
                .bytes(Raw.segment(0xEA, Raw.ascii("AROT\0CANARY-app10")))
                .bytes(Raw.segment(0xED, Loot.photoshop()))
                .bytes(Raw.segment(0xEF, Raw.ascii("CANARY-app15")))
                .bytes(Raw.segment(0xFE, Raw.ascii("CANARY-comment")))
                .bytes(Raw.slice(plain, AFTER_JFIF, plain.length - 2))
                .bytes(Raw.segment(0xFE, Raw.ascii("CANARY-late-comment")))
                .bytes(Raw.segment(0xE1, Raw.ascii("Exif\0\0CANARY-late-exif")))
                .u8(0xFF, 0xD9)
                .bytes(plain)
                .text("\0\0\0\u0018ftypmp42CANARY-motion-photo")
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingButTheOrientationSurvives(int orientation) throws ImageException {
        byte[] loaded = loaded(PLAIN, orientation);
        byte[] clean = Pictures.rewritten(Format.JPEG, loaded);
        assertThat(CleanCheck.findings(loaded, orientation)).hasSizeGreaterThan(10);
        assertThat(CleanCheck.findings(clean, orientation)).isEmpty();
        assertThat(new String(clean, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS", "8BIM", "ftyp");
        assertThat(Pictures.pixels(clean)).hasSize(1);
        assertThat(Pictures.pixels(clean).get(0))
                .isEqualTo(Pictures.pixels(PLAIN).get(0));
        assertThat(Pictures.rewritten(Format.JPEG, clean)).isEqualTo(clean);
        assertThat(clean.length).isLessThanOrEqualTo(PLAIN.length + 36);
    }

    @Test
    void aCleanFileStaysAsItIs() throws ImageException {
        assertThat(Pictures.rewritten(Format.JPEG, PLAIN)).isEqualTo(PLAIN);
    }

    @Test
    void everyScanOfAProgressivePictureIsCopiedBitForBit() throws ImageException {
        byte[] plain = Pictures.progressiveJpeg();
        byte[] loaded = loaded(plain, 6);
        byte[] clean = Pictures.rewritten(Format.JPEG, loaded);
        List<byte[]> scans = scans(clean);
        assertThat(scans).hasSizeGreaterThan(4).containsExactlyElementsOf(scans(plain));
        assertThat(CleanCheck.findings(clean, 6)).isEmpty();
        assertThat(Pictures.pixels(clean).get(0))
                .isEqualTo(Pictures.pixels(plain).get(0));
    }

    private static List<byte[]> scans(byte[] file) {
        return Anatomy.of(file).stream()
                .filter(part -> part.name().equals("scan"))
                .map(Anatomy.Part::data)
                .toList();
    }

    @Test
    void aProfileInSeveralChunksIsWrittenInOrder() throws ImageException {
        byte[] profile =
                Profiles.padded(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(), 100_000);
        byte[] first = Raw.slice(profile, 0, 50_000);
        byte[] second = Raw.slice(profile, 50_000, profile.length);
        byte[] file = Raw.of(Raw.slice(PLAIN, 0, AFTER_JFIF))
                .bytes(Raw.segment(
                        0xE2, Raw.of(Raw.ascii("ICC_PROFILE\0\2\2"), second).toArray()))
                .bytes(Raw.segment(
                        0xE2, Raw.of(Raw.ascii("ICC_PROFILE\0\1\2"), first).toArray()))
                .bytes(Raw.slice(PLAIN, AFTER_JFIF, PLAIN.length))
                .toArray();
        byte[] clean = Pictures.rewritten(Format.JPEG, file);
        Raw found = new Raw();
        Anatomy.of(clean).stream()
                .filter(part -> part.name().equals("e2 ICC_PROFILE"))
                .forEach(part -> found.bytes(Raw.slice(part.data(), 14, part.data().length)));
        assertThat(found.toArray()).isEqualTo(profile);
        assertThat(Pictures.rewritten(Format.JPEG, clean)).isEqualTo(clean);
    }

    @Test
    void adobesMarkerIsKeptWithoutItsTail() throws ImageException {
        byte[] adobe = Raw.ascii("Adobe\0d\0\0\0\0\1CANARY-tail");
        byte[] file = Raw.of(
                        Raw.slice(PLAIN, 0, 2), Raw.segment(0xEE, adobe), Raw.slice(PLAIN, AFTER_JFIF, PLAIN.length))
                .toArray();
        byte[] clean = Pictures.rewritten(Format.JPEG, file);
        assertThat(Anatomy.of(clean).get(0).data()).isEqualTo(Raw.slice(adobe, 0, 12));
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
    }

    @Test
    void everyTruncationIsMalformed() {
        for (int length = 0; length < PLAIN.length; length += 1 + length / 400) {
            byte[] cut = Raw.slice(PLAIN, 0, length);
            assertThatThrownBy(() -> Pictures.rewritten(Format.JPEG, cut))
                    .as("the first %d bytes", length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    @Test
    void aMissingEndOfImageIsMalformed() {
        assertThatThrownBy(() -> Pictures.rewritten(Format.JPEG, Raw.slice(PLAIN, 0, PLAIN.length - 2)))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("no end-of-image marker");
    }

    @Test
    void nothingHidesInTheTailOfANumberOfLines() throws ImageException {
        byte[] hiding = Raw.of(Raw.slice(PLAIN, 0, PLAIN.length - 2))
                .bytes(Raw.segment(0xDC, Raw.ascii("\0+CANARY-dnl")))
                .u8(0xFF, 0xD9)
                .toArray();
        assertThat(CleanCheck.findings(Pictures.rewritten(Format.JPEG, hiding), 1))
                .isEmpty();
    }
}
