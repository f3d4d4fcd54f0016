package dev.darkroom.codecs.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codecs.rewrite.EncodedPictures;
import dev.darkroom.codecs.rewrite.FixtureBytes;
import dev.darkroom.codecs.rewrite.GifRewriterTest;
import dev.darkroom.codecs.rewrite.JpegRewriterTest;
import dev.darkroom.codecs.rewrite.PngRewriterTest;
import dev.darkroom.codecs.rewrite.PrivateMetadata;
import dev.darkroom.codecs.rewrite.WebpRewriterTest;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Inspector.Metadata;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataInspectorTest {
    private static final Metadata EMPTY = new Metadata(Optional.empty(), Optional.empty(), false, Optional.empty());

    @Test
    void aJpegTellsCameraTimePlaceAndRights() throws ImageException {
        assertCamera(inspect(Format.JPEG, JpegRewriterTest.loaded(EncodedPictures.jpeg(), 6)));
    }

    @Test
    void aPngTellsCameraTimePlaceAndRights() throws ImageException {
        assertCamera(inspect(Format.PNG, PngRewriterTest.loaded(6)));
    }

    @Test
    void aWebpTellsCameraTimePlaceAndRights() throws ImageException {
        assertCamera(inspect(Format.WEBP, WebpRewriterTest.loaded(6)));
    }

    private static void assertCamera(Metadata metadata) {
        assertThat(metadata.camera()).contains("CANARY-make CANARY-model 7");
        assertThat(metadata.takenAt()).contains(LocalDateTime.of(2026, 1, 31, 12, 34, 56));
        assertThat(metadata.hasLocation()).isTrue();
        assertThat(metadata.rights()).contains(PrivateMetadata.COPYRIGHT);
    }

    @Test
    void aGifTellsWhatItsXmpTells() throws ImageException {
        Metadata metadata = inspect(Format.GIF, GifRewriterTest.loaded());
        assertThat(metadata.hasLocation()).isTrue();
        assertThat(metadata.rights()).contains("© Ada <Ex>");
    }

    @Test
    void compressedXmpOfAPngIsReadUpToItsLimit() throws ImageException {
        assertThat(inspect(Format.PNG, pngWithCompressedXmp(PrivateMetadata.xmp()))
                        .hasLocation())
                .isTrue();
        byte[] padded = Arrays.copyOf(PrivateMetadata.xmp(), 30 << 20);
        Arrays.fill(padded, PrivateMetadata.xmp().length, padded.length, (byte) ' ');
        assertThat(inspect(Format.PNG, pngWithCompressedXmp(padded))).isEqualTo(EMPTY);
    }

    private static byte[] pngWithCompressedXmp(byte[] xmp) {
        byte[] plain = EncodedPictures.png();
        byte[] text = FixtureBytes.of(FixtureBytes.ascii("XML:com.adobe.xmp\0\1\0\0\0"), PrivateMetadata.deflated(xmp))
                .toArray();
        return FixtureBytes.of(
                        FixtureBytes.slice(plain, 0, 33),
                        FixtureBytes.chunk("iTXt", text),
                        FixtureBytes.slice(plain, 33, plain.length))
                .toArray();
    }

    @Test
    void aCleanFileTellsNothing() throws ImageException {
        byte[] clean = EncodedPictures.rewritten(Format.JPEG, JpegRewriterTest.loaded(EncodedPictures.jpeg(), 6));
        assertThat(inspect(Format.JPEG, clean)).isEqualTo(EMPTY);
        assertThat(inspect(Format.GIF, EncodedPictures.gif())).isEqualTo(EMPTY);
    }

    @Test
    void aBrokenContainerIsMalformed() {
        byte[] loaded = JpegRewriterTest.loaded(EncodedPictures.jpeg(), 6);
        assertThatThrownBy(() -> inspect(Format.JPEG, FixtureBytes.slice(loaded, 0, 100)))
                .isInstanceOf(ImageException.class);
    }

    private static Metadata inspect(Format format, byte[] file) throws ImageException {
        return new MetadataInspector().inspect(format, Bytes.copyOf(file));
    }
}
