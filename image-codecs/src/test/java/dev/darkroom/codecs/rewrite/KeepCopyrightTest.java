package dev.darkroom.codecs.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter.Keep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeepCopyrightTest {
    private static final byte[] PLAIN = EncodedPictures.jpeg();

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JPEG", "PNG", "WEBP", "GIF"})
    void rightsSurviveAndNothingElse(Format format) throws ImageException {
        byte[] loaded = loaded(format);
        byte[] kept = EncodedPictures.rewritten(format, loaded, Keep.COPYRIGHT);
        String text = new String(kept, UTF_8);
        assertThat(text)
                .contains(
                        "© Ada &lt;Ex&gt;",
                        "Ada Ex; Bo Ex",
                        "Ex &amp; Sons",
                        "Not for training",
                        "https://example.org/rights")
                .doesNotContain("CANARY", "GPS", "8BIM", "ftyp", "City", "description");
        if (format != Format.GIF) {
            assertThat(text).contains(PrivateMetadata.COPYRIGHT, PrivateMetadata.ARTIST);
        }
        assertThat(EncodedPictures.rewritten(format, kept, Keep.COPYRIGHT)).isEqualTo(kept);
        assertThat(EncodedPictures.rewritten(format, kept)).isEqualTo(EncodedPictures.rewritten(format, loaded));
        assertThat(EncodedPictures.pixels(kept).get(0))
                .isEqualTo(EncodedPictures.pixels(loaded).get(0));
        assertThat(kept.length).isLessThan(EncodedPictures.rewritten(format, loaded).length + 3000);
    }

    private static byte[] loaded(Format format) {
        return switch (format) {
            case JPEG -> JpegRewriterTest.loaded(PLAIN, 6);
            case PNG -> PngRewriterTest.loaded(6);
            case WEBP -> WebpRewriterTest.loaded(6);
            default -> GifRewriterTest.loaded();
        };
    }

    @Test
    void anotherReaderFindsTheSameRights(@TempDir Path folder)
            throws IOException, InterruptedException, ImageException {
        assumeTrue(FileInspection.isThere("exiftool"), "ExifTool is not installed");
        for (Format format : List.of(Format.JPEG, Format.PNG, Format.WEBP, Format.GIF)) {
            Path file = folder.resolve("kept." + format.extension());
            Files.write(file, EncodedPictures.rewritten(format, loaded(format), Keep.COPYRIGHT));
            List<String> lines = FileInspection.lines(
                    List.of("exiftool", "-s", "-G1", "-XMP:all", "-IFD0:all", "-warning", file.toString()));
            List<String> tags =
                    lines.stream().map(line -> line.replaceAll("\\s+", " ")).toList();
            assertThat(tags)
                    .as(format.title())
                    .contains(
                            "[XMP-dc] Rights : © Ada <Ex>",
                            "[XMP-dc] Creator : Ada Ex; Bo Ex",
                            "[XMP-photoshop] Credit : Ex & Sons",
                            "[XMP-xmpRights] UsageTerms : Not for training",
                            "[XMP-xmpRights] WebStatement : https://example.org/rights");
            if (format == Format.GIF) {
                assertThat(tags).hasSize(5);
            } else {
                assertThat(tags)
                        .hasSize(8)
                        .contains(
                                "[IFD0] Copyright : " + PrivateMetadata.COPYRIGHT,
                                "[IFD0] Artist : " + PrivateMetadata.ARTIST,
                                "[IFD0] Orientation : Rotate 90 CW");
            }
        }
    }

    @Test
    void iptcFillsWhatXmpLeavesOpen() throws ImageException {
        byte[] file = withSegments(FixtureBytes.segment(0xED, PrivateMetadata.photoshop()));
        String kept = new String(EncodedPictures.rewritten(Format.JPEG, file, Keep.COPYRIGHT), UTF_8);
        assertThat(kept)
                .contains(">IPTC copyright<", ">IPTC by-line<", ">IPTC credit<")
                .doesNotContain("CANARY", "8BIM");
    }

    @Test
    void aFileWithoutRightsGetsNone() throws ImageException {
        assertThat(EncodedPictures.rewritten(Format.JPEG, PLAIN, Keep.COPYRIGHT))
                .isEqualTo(PLAIN);
    }

    @Test
    void aFieldIsCutAtOneKibibyte() throws ImageException {
        byte[] kept = EncodedPictures.rewritten(Format.JPEG, withXmp(rights("x".repeat(50_000))), Keep.COPYRIGHT);
        assertThat(new String(kept, ISO_8859_1)).contains(">" + "x".repeat(1024) + "<");
        assertThat(kept.length).isLessThan(PLAIN.length + 2048);
    }

    @Test
    void markupInAFieldStaysText() throws ImageException {
        String attack = "&lt;/rdf:li&gt;&lt;exif:GPS/&gt; &amp;amp; ]]&gt;";
        byte[] kept = EncodedPictures.rewritten(Format.JPEG, withXmp(rights(attack)), Keep.COPYRIGHT);
        assertThat(new String(kept, UTF_8)).contains(">" + attack + "<");
    }

    @Test
    void aPacketWithADocumentTypeIsNotRead() throws ImageException {
        String bomb =
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + rights("&b;");
        assertThat(EncodedPictures.rewritten(Format.JPEG, withXmp(bomb), Keep.COPYRIGHT))
                .isEqualTo(PLAIN);
    }

    @Test
    void aPacketNestedTooDeepIsNotRead() throws ImageException {
        String deep = "<a>".repeat(8_000) + "</a>".repeat(8_000);
        assertThat(EncodedPictures.rewritten(Format.JPEG, withXmp(deep), Keep.COPYRIGHT))
                .isEqualTo(PLAIN);
        String deepInside =
                rights("x").replace("<dc:rights>", "<dc:b>".repeat(4_000) + "</dc:b>".repeat(4_000) + "<dc:rights>");
        EncodedPictures.rewritten(Format.JPEG, withXmp(deepInside), Keep.COPYRIGHT);
    }

    @Test
    void directoriesThatPointAtEachOtherEnd() throws ImageException {
        FixtureBytes tiff = new FixtureBytes().text("MM").u16(42).u32(8).u16(3);
        tiff.u16(0x014A).u16(4).u32(1).u32(8);
        tiff.u16(0x8769).u16(4).u32(1).u32(8);
        tiff.u16(0x8298).u16(2).u32(3).text("me\0\0").u32(8);
        byte[] exif =
                FixtureBytes.of(FixtureBytes.ascii("Exif\0\0"), tiff.toArray()).toArray();
        byte[] kept =
                EncodedPictures.rewritten(Format.JPEG, withSegments(FixtureBytes.segment(0xE1, exif)), Keep.COPYRIGHT);
        assertThat(new String(kept, ISO_8859_1)).contains("me\0");
    }

    @Test
    void latin1InExifBecomesUtf8() throws ImageException {
        FixtureBytes tiff = new FixtureBytes().text("MM").u16(42).u32(8).u16(1);
        tiff.u16(0x8298)
                .u16(2)
                .u32(7)
                .u32(26)
                .u32(0)
                .u8(0xA9)
                .text(" M")
                .u8(0xFC)
                .text("ll\0");
        byte[] exif =
                FixtureBytes.of(FixtureBytes.ascii("Exif\0\0"), tiff.toArray()).toArray();
        byte[] kept =
                EncodedPictures.rewritten(Format.JPEG, withSegments(FixtureBytes.segment(0xE1, exif)), Keep.COPYRIGHT);
        assertThat(new String(kept, UTF_8)).contains("© Müll\0");
        assertThat(EncodedPictures.rewritten(Format.JPEG, kept, Keep.COPYRIGHT)).isEqualTo(kept);
    }

    private static byte[] withXmp(String packet) {
        return withSegments(FixtureBytes.segment(
                0xE1,
                FixtureBytes.of(FixtureBytes.ascii("http://ns.adobe.com/xap/1.0/\0"), packet.getBytes(UTF_8))
                        .toArray()));
    }

    private static byte[] withSegments(byte[] segments) {
        return FixtureBytes.of(FixtureBytes.slice(PLAIN, 0, 20), segments, FixtureBytes.slice(PLAIN, 20, PLAIN.length))
                .toArray();
    }

    private static String rights(String text) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:rights><rdf:Alt>"
                + "<rdf:li xml:lang=\"x-default\">" + text
                + "</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>";
    }
}
