package dev.darkroom.turbo.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import dev.darkroom.testkit.ExternalProgram;
import dev.darkroom.turbo.NativeLibraryAssumption;
import dev.darkroom.turbo.TestPicture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurboWebpTest {
    private static final EncoderProvider ENCODER = new TurboWebpEncoderProvider();
    private static final DecoderProvider DECODER = new TurboWebpDecoderProvider();

    @BeforeEach
    void theLibraryIsHere() {
        NativeLibraryAssumption.require(ENCODER);
    }

    /** The encoder program of the same libwebp: Debian builds the packages webp and libwebp7 from one source. */
    @ParameterizedTest
    @CsvSource({"80, 4, -q 80", "80, 2, -q 80 -m 2", "30, 0, -q 30 -m 0", "95, 6, -q 95 -m 6", "80, 4, -lossless -q 75"
    })
    void fromRgbTheBytesAreThoseOfCwebp(int quality, int effort, String options) throws ImageException {
        Raster photo = TestPicture.photo(301, 203, Layout.RGB);
        Encoding encoding = Encoding.webp().quality(quality).effort(effort).lossless(options.contains("lossless"));
        String[] command = ("cwebp -quiet -sns 40 -nostrong " + options + " -o - -- -").split(" ");
        byte[] theirs = ExternalProgram.run(TestPicture.pnm(photo), command).orElseThrow();
        assertThat(TestPicture.encode(ENCODER, photo, encoding).toArray()).isEqualTo(theirs);
    }

    @Test
    void losslessComesBackAsItWas() throws ImageException {
        for (Layout layout : new Layout[] {Layout.RGB, Layout.RGBA}) {
            Raster photo = TestPicture.photo(61, 47, layout);
            Raster back = TestPicture.decode(
                    DECODER, TestPicture.encode(ENCODER, photo, Encoding.webp().lossless(true)));
            assertThat(back.spec().layout()).isEqualTo(layout);
            if (layout.equals(Layout.RGB)) {
                assertThat(TestPicture.samples(back, 0)).isEqualTo(TestPicture.samples(photo, 0));
            }
        }
    }

    @Test
    void planesAreGivenAndComeBackAsPlanes() throws ImageException {
        Layout limited = Layout.YCBCR_420.limited();
        Raster flat = TestPicture.flat(RasterSpec.of(new Size(61, 47), limited), 100, 90, 201);
        Bytes file = TestPicture.encode(ENCODER, flat, Encoding.webp().quality(100));
        Raster back = TestPicture.decode(DECODER, file, limited, Layout.RGB);
        assertThat(back.spec().layout()).isEqualTo(limited);
        assertThat(TestPicture.samples(back, 0)).containsOnly(100);
        assertThat(TestPicture.samples(back, 1)).containsOnly(90);
        assertThat(TestPicture.samples(back, 2)).containsOnly(201);
    }

    @Test
    void aSideTooLongForWebpIsRefusedBeforeAnythingIsAllocated() {
        RasterSpec wide = RasterSpec.of(Size.of(16_384, 1), Layout.RGB);
        assertThatThrownBy(() -> ENCODER.open(wide, Encoding.webp(), CountingMemory.limitedTo(0)))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unsupported.class));
    }
}
