package dev.darkroom.codecs.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.metadata.MetadataInspector;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Inspector.Metadata;
import dev.darkroom.spi.codec.Rewriter.Keep;
import dev.darkroom.testkit.ExternalProgram;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests EXIF in the "Raw profile type" text chunks of a PNG. The orientation and the rights are read, and the chunks are never copied. */
class RawProfileTest {
    private static final byte[] PLAIN = EncodedPictures.png();
    private static final int AFTER_IHDR = 33;
    /** Size of the IEND chunk. */
    private static final int END = 12;

    @ParameterizedTest
    @ValueSource(strings = {"zTXt exif", "tEXt exif", "zTXt APP1", "tEXt APP1"})
    void onlyItsOrientationIsKept(String typeAndKind) throws ImageException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] file = with(typeAndKind, PrivateMetadata.exif(orientation));
            byte[] clean = EncodedPictures.rewritten(Format.PNG, file);
            assertThat(CleanCheck.findings(clean, orientation)).isEmpty();
            assertThat(orientation(clean)).isEqualTo(Orientation.ofExif(orientation));
            assertThat(PictureFileParser.names(clean)).doesNotContain("tEXt", "zTXt", "iTXt");
            assertThat(new String(clean, ISO_8859_1))
                    .doesNotContain("CANARY", HexFormat.of().formatHex(FixtureBytes.ascii("CANARY")), "Raw profile");
        }
    }

    @Test
    void itsRightsAreKeptWhenAskedFor() throws ImageException {
        byte[] kept = EncodedPictures.rewritten(Format.PNG, with("zTXt exif", PrivateMetadata.exif(6)), Keep.COPYRIGHT);
        assertThat(new String(kept, ISO_8859_1))
                .contains(PrivateMetadata.COPYRIGHT, PrivateMetadata.ARTIST)
                .doesNotContain("CANARY");
        assertThat(orientation(kept)).isEqualTo(Orientation.ROTATED_90);
    }

    @Test
    void itsPlaceIsTold() throws ImageException {
        Metadata metadata =
                new MetadataInspector().inspect(Format.PNG, Bytes.copyOf(with("zTXt exif", PrivateMetadata.exif(6))));
        assertThat(metadata.hasLocation()).isTrue();
        assertThat(metadata.rights()).contains(PrivateMetadata.COPYRIGHT);
    }

    @Test
    void anExifChunkGoesBeforeIt() throws ImageException {
        byte[] raw = with("tEXt exif", PrivateMetadata.exif(6));
        byte[] both = FixtureBytes.of(FixtureBytes.slice(raw, 0, raw.length - END))
                .bytes(FixtureBytes.chunk("eXIf", PrivateMetadata.exif(3)))
                .bytes(FixtureBytes.slice(raw, raw.length - END, raw.length))
                .toArray();
        byte[] clean = EncodedPictures.rewritten(Format.PNG, both);
        assertThat(CleanCheck.findings(clean, 3)).isEmpty();
        assertThat(orientation(clean)).isEqualTo(Orientation.ROTATED_180);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt exif", "tEXt exif", "zTXt APP1", "tEXt APP1"})
    void exiftoolReadsTheSameOfFileAndCopy(String typeAndKind) throws ImageException {
        byte[] file = with(typeAndKind, PrivateMetadata.exif(6));
        assertThat(byExiftool(file)).isEqualTo("6");
        assertThat(byExiftool(EncodedPictures.rewritten(Format.PNG, file))).isEqualTo("6");
    }

    private static String byExiftool(byte[] file) {
        return new String(
                        ExternalProgram.run(file, "exiftool", "-n", "-s3", "-Orientation", "-")
                                .orElseThrow(),
                        ISO_8859_1)
                .strip();
    }

    private static Orientation orientation(byte[] png) throws ImageException {
        return HeaderReader.read(Format.PNG, Bytes.copyOf(png)).orientation();
    }

    /** Writes a raw profile like ImageMagick: with JPEG's prefix, in lines of 72 digits. */
    private static byte[] with(String typeAndKind, byte[] exif) {
        String type = typeAndKind.substring(0, 4);
        String kind = typeAndKind.substring(5);
        byte[] profile = FixtureBytes.of(FixtureBytes.ascii("Exif\0\0"), exif).toArray();
        String hex = HexFormat.of().formatHex(profile).replaceAll("(.{72})", "$1\n");
        byte[] text = FixtureBytes.ascii("\n" + kind + "\n      " + profile.length + "\n" + hex + "\n");
        byte[] keyword = FixtureBytes.ascii("Raw profile type " + kind + "\0");
        byte[] data = type.equals("zTXt")
                ? FixtureBytes.of(keyword, new byte[1], PrivateMetadata.deflated(text))
                        .toArray()
                : FixtureBytes.of(keyword, text).toArray();
        return FixtureBytes.of(
                        FixtureBytes.slice(PLAIN, 0, AFTER_IHDR),
                        FixtureBytes.chunk(type, data),
                        FixtureBytes.slice(PLAIN, AFTER_IHDR, PLAIN.length))
                .toArray();
    }
}
