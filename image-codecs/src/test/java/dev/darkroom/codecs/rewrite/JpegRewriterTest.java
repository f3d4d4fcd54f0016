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

public class JpegRewriterTest {
    private static final byte[] PLAIN = EncodedPictures.jpeg();
    private static final int AFTER_JFIF = 2 + 18;

    /** Adds private data to a JPEG in all places where it can be, around the picture and between its scans. */
    public static byte[] loaded(byte[] plain, int orientation) {
        byte[] jfif = FixtureBytes.of(FixtureBytes.slice(plain, 6, 18))
                .u8(1, 2)
                .text("CANARY")
                .toArray();
        return FixtureBytes.of(FixtureBytes.slice(plain, 0, 2))
                .bytes(FixtureBytes.segment(0xE0, jfif))
                .bytes(FixtureBytes.segment(0xE0, FixtureBytes.ascii("JFXX\0\u0010CANARY-jfxx")))
                .bytes(FixtureBytes.segment(
                        0xE1,
                        FixtureBytes.of(FixtureBytes.ascii("Exif\0\0"), PrivateMetadata.exif(orientation))
                                .toArray()))
                .bytes(FixtureBytes.segment(
                        0xE1,
                        FixtureBytes.of(FixtureBytes.ascii("http://ns.adobe.com/xap/1.0/\0"), PrivateMetadata.xmp())
                                .toArray()))
                .bytes(FixtureBytes.segment(
                        0xE1, FixtureBytes.ascii("http://ns.adobe.com/xmp/extension/\0CANARY-extended")))
                .bytes(FixtureBytes.segment(0xE2, FixtureBytes.ascii("MPF\0MM\0*CANARY-mpf")))
                .bytes(FixtureBytes.segment(0xE2, FixtureBytes.ascii("FPXR\0CANARY-flashpix")))
                .bytes(FixtureBytes.segment(0xE2, FixtureBytes.ascii("urn:iso:std:iso:ts:21496:-1\0CANARY-gain-map")))
                .bytes(FixtureBytes.segment(0xEA, FixtureBytes.ascii("AROT\0CANARY-app10")))
                .bytes(FixtureBytes.segment(0xED, PrivateMetadata.photoshop()))
                .bytes(FixtureBytes.segment(0xEF, FixtureBytes.ascii("CANARY-app15")))
                .bytes(FixtureBytes.segment(0xFE, FixtureBytes.ascii("CANARY-comment")))
                .bytes(FixtureBytes.slice(plain, AFTER_JFIF, plain.length - 2))
                .bytes(FixtureBytes.segment(0xFE, FixtureBytes.ascii("CANARY-late-comment")))
                .bytes(FixtureBytes.segment(0xE1, FixtureBytes.ascii("Exif\0\0CANARY-late-exif")))
                .u8(0xFF, 0xD9)
                .bytes(plain)
                .text("\0\0\0\u0018ftypmp42CANARY-motion-photo")
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingButTheOrientationSurvives(int orientation) throws ImageException {
        byte[] loaded = loaded(PLAIN, orientation);
        byte[] clean = EncodedPictures.rewritten(Format.JPEG, loaded);
        assertThat(CleanCheck.findings(loaded, orientation)).hasSizeGreaterThan(10);
        assertThat(CleanCheck.findings(clean, orientation)).isEmpty();
        assertThat(new String(clean, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS", "8BIM", "ftyp");
        assertThat(EncodedPictures.pixels(clean)).hasSize(1);
        assertThat(EncodedPictures.pixels(clean).get(0))
                .isEqualTo(EncodedPictures.pixels(PLAIN).get(0));
        assertThat(EncodedPictures.rewritten(Format.JPEG, clean)).isEqualTo(clean);
        assertThat(clean.length).isLessThanOrEqualTo(PLAIN.length + 36);
    }

    @Test
    void aCleanFileStaysAsItIs() throws ImageException {
        assertThat(EncodedPictures.rewritten(Format.JPEG, PLAIN)).isEqualTo(PLAIN);
    }

    @Test
    void everyScanOfAProgressivePictureIsCopiedBitForBit() throws ImageException {
        byte[] plain = EncodedPictures.progressiveJpeg();
        byte[] loaded = loaded(plain, 6);
        byte[] clean = EncodedPictures.rewritten(Format.JPEG, loaded);
        List<byte[]> scans = scans(clean);
        assertThat(scans).hasSizeGreaterThan(4).containsExactlyElementsOf(scans(plain));
        assertThat(CleanCheck.findings(clean, 6)).isEmpty();
        assertThat(EncodedPictures.pixels(clean).get(0))
                .isEqualTo(EncodedPictures.pixels(plain).get(0));
    }

    private static List<byte[]> scans(byte[] file) {
        return PictureFileParser.of(file).stream()
                .filter(part -> part.name().equals("scan"))
                .map(PictureFileParser.Part::data)
                .toList();
    }

    @Test
    void aProfileInSeveralChunksIsWrittenInOrder() throws ImageException {
        byte[] profile =
                IccFixtures.padded(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(), 100_000);
        byte[] first = FixtureBytes.slice(profile, 0, 50_000);
        byte[] second = FixtureBytes.slice(profile, 50_000, profile.length);
        byte[] file = FixtureBytes.of(FixtureBytes.slice(PLAIN, 0, AFTER_JFIF))
                .bytes(FixtureBytes.segment(
                        0xE2,
                        FixtureBytes.of(FixtureBytes.ascii("ICC_PROFILE\0\2\2"), second)
                                .toArray()))
                .bytes(FixtureBytes.segment(
                        0xE2,
                        FixtureBytes.of(FixtureBytes.ascii("ICC_PROFILE\0\1\2"), first)
                                .toArray()))
                .bytes(FixtureBytes.slice(PLAIN, AFTER_JFIF, PLAIN.length))
                .toArray();
        byte[] clean = EncodedPictures.rewritten(Format.JPEG, file);
        FixtureBytes found = new FixtureBytes();
        PictureFileParser.of(clean).stream()
                .filter(part -> part.name().equals("e2 ICC_PROFILE"))
                .forEach(part -> found.bytes(FixtureBytes.slice(part.data(), 14, part.data().length)));
        assertThat(found.toArray()).isEqualTo(profile);
        assertThat(EncodedPictures.rewritten(Format.JPEG, clean)).isEqualTo(clean);
    }

    @Test
    void adobesMarkerIsKeptWithoutItsTail() throws ImageException {
        byte[] adobe = FixtureBytes.ascii("Adobe\0d\0\0\0\0\1CANARY-tail");
        byte[] file = FixtureBytes.of(
                        FixtureBytes.slice(PLAIN, 0, 2),
                        FixtureBytes.segment(0xEE, adobe),
                        FixtureBytes.slice(PLAIN, AFTER_JFIF, PLAIN.length))
                .toArray();
        byte[] clean = EncodedPictures.rewritten(Format.JPEG, file);
        assertThat(PictureFileParser.of(clean).get(0).data()).isEqualTo(FixtureBytes.slice(adobe, 0, 12));
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
    }

    @Test
    void everyTruncationIsMalformed() {
        for (int length = 0; length < PLAIN.length - 2; length += 1 + length / 400) {
            byte[] cut = FixtureBytes.slice(PLAIN, 0, length);
            assertThatThrownBy(() -> EncodedPictures.rewritten(Format.JPEG, cut))
                    .as("the first %d bytes", length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    @Test
    void aMissingEndOfImageIsAddedWhereThePictureIsWhole() throws ImageException {
        assertThat(EncodedPictures.rewritten(Format.JPEG, FixtureBytes.slice(PLAIN, 0, PLAIN.length - 2)))
                .isEqualTo(EncodedPictures.rewritten(Format.JPEG, PLAIN));
    }

    @Test
    void nothingHidesInTheTailOfANumberOfLines() throws ImageException {
        byte[] hiding = FixtureBytes.of(FixtureBytes.slice(PLAIN, 0, PLAIN.length - 2))
                .bytes(FixtureBytes.segment(0xDC, FixtureBytes.ascii("\0+CANARY-dnl")))
                .u8(0xFF, 0xD9)
                .toArray();
        assertThat(CleanCheck.findings(EncodedPictures.rewritten(Format.JPEG, hiding), 1))
                .isEmpty();
    }
}
