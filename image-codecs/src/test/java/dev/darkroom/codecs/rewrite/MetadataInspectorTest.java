package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertCamera(inspect(Format.JPEG, JpegRewriterTest.loaded(Pictures.jpeg(), 6)));
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
        assertThat(metadata.rights()).contains(Loot.COPYRIGHT);
    }

    @Test
    void aGifTellsWhatItsXmpTells() throws ImageException {
        Metadata metadata = inspect(Format.GIF, GifRewriterTest.loaded());
        assertThat(metadata.hasLocation()).isTrue();
        assertThat(metadata.rights()).contains("© Ada <Ex>");
    }

    @Test
    void compressedXmpOfAPngIsReadUpToItsLimit() throws ImageException {
        assertThat(inspect(Format.PNG, pngWithCompressedXmp(Loot.xmp())).hasLocation())
                .isTrue();
        byte[] padded = Arrays.copyOf(Loot.xmp(), 30 << 20);
        Arrays.fill(padded, Loot.xmp().length, padded.length, (byte) ' ');
        assertThat(inspect(Format.PNG, pngWithCompressedXmp(padded))).isEqualTo(EMPTY);
    }

    private static byte[] pngWithCompressedXmp(byte[] xmp) {
        byte[] plain = Pictures.png();
        byte[] text = Raw.of(Raw.ascii("XML:com.adobe.xmp\0\1\0\0\0"), Loot.deflated(xmp))
                .toArray();
        return Raw.of(Raw.slice(plain, 0, 33), Raw.chunk("iTXt", text), Raw.slice(plain, 33, plain.length))
                .toArray();
    }

    @Test
    void aCleanFileTellsNothing() throws ImageException {
        byte[] clean = Pictures.rewritten(Format.JPEG, JpegRewriterTest.loaded(Pictures.jpeg(), 6));
        assertThat(inspect(Format.JPEG, clean)).isEqualTo(EMPTY);
        assertThat(inspect(Format.GIF, Pictures.gif())).isEqualTo(EMPTY);
    }

    @Test
    void aBrokenContainerIsMalformed() {
        byte[] loaded = JpegRewriterTest.loaded(Pictures.jpeg(), 6);
        assertThatThrownBy(() -> inspect(Format.JPEG, Raw.slice(loaded, 0, 100)))
                .isInstanceOf(ImageException.class);
    }

    private static Metadata inspect(Format format, byte[] file) throws ImageException {
        return new MetadataInspector().inspect(format, Bytes.copyOf(file));
    }
}
