package dev.darkroom.turbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.testkit.CountingMemory;
import dev.darkroom.turbo.jpeg.TurboJpegDecoderProvider;
import dev.darkroom.turbo.jpeg.TurboJpegEncoderProvider;
import dev.darkroom.turbo.memory.NativeMemoryProvider;
import dev.darkroom.turbo.webp.TurboWebpDecoderProvider;
import dev.darkroom.turbo.webp.TurboWebpEncoderProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Native memory is freed whether a decode or an encode succeeds or fails. */
class NativeReleaseTest {
    @Test
    void nothingIsLeftBehind() throws Exception {
        NativeLibraryAssumption.require(new TurboJpegEncoderProvider());
        NativeLibraryAssumption.require(new TurboWebpEncoderProvider());
        String before = inUse();
        for (int i = 0; i < 50; i++) {
            all(new TurboJpegEncoderProvider(), new TurboJpegDecoderProvider(), Encoding.jpeg());
            all(new TurboWebpEncoderProvider(), new TurboWebpDecoderProvider(), Encoding.webp());
        }
        assertThat(inUse()).isEqualTo(before);
    }

    @Test
    void whatIsHeldIsCounted() throws Exception {
        EncoderProvider encoders = NativeLibraryAssumption.require(new TurboJpegEncoderProvider());
        Raster photo = TestPicture.photo(64, 48, Layout.RGB);
        String before = inUse();
        try (Encoder held = encoders.open(photo.spec(), Encoding.jpeg(), CountingMemory.unlimited())) {
            held.accept(photo.asBand());
            assertThat(inUse()).isNotEqualTo(before);
        }
        assertThat(inUse()).isEqualTo(before);
    }

    private static void all(EncoderProvider encoders, DecoderProvider decoders, Encoding encoding)
            throws ImageException {
        Raster photo = TestPicture.photo(64, 48, Layout.RGB);
        Bytes file = TestPicture.encode(encoders, photo, encoding);
        try (Encoder unfinished = encoders.open(photo.spec(), encoding, CountingMemory.unlimited())) {
            unfinished.accept(photo.asBand());
        }
        assertThatThrownBy(() -> encoders.open(photo.spec(), encoding, CountingMemory.limitedTo(10)))
                .isInstanceOf(ImageException.class);
        TestPicture.decode(decoders, file, Layout.YCBCR_420);
        assertThatThrownBy(() -> TestPicture.decode(decoders, file.slice(0, file.length() - 40), Layout.RGB))
                .isInstanceOf(ImageException.class);
        try (Decoder decoder = decoders.open(encoding.format().orElse(Format.JPEG), file)) {
            decoder.prepare(new DecodeHint(new Size(1, 1), List.of(Layout.RGB)));
            assertThatThrownBy(() -> decoder.decode(
                            band -> {
                                throw ImageException.stopped("enough");
                            },
                            CountingMemory.unlimited()))
                    .isInstanceOf(ImageException.class);
        }
    }

    /** The native resources in use, as {@code describe()} reports them. */
    private static String inUse() {
        return ((Availability.Available) new NativeMemoryProvider().availability()).detail();
    }
}
