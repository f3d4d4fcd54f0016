package dev.darkroom.codecs.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.ReferenceCodecs;
import dev.darkroom.codecs.rewrite.PortableRewriter;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the conversion of four components in every combination of marker, transform, storage, profile, sampling and process. */
class CmykToSrgbTest {
    private static final JpegDecoderProvider JPEG = new JpegDecoderProvider();
    private static final int APP14 = 0xEE;
    /** Allowed colour difference of a field, for rounding and for the steps of the profile. */
    private static final int TOLERANCE = 5;

    static List<CmykJpegFields> all() {
        return CmykJpegFields.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCombinationHasItsRightColors(CmykJpegFields jpeg) throws ImageException {
        assertColors(jpeg, CheckedDecoding.decode(JPEG, jpeg.bytes()));
    }

    /** The reference is ImageMagick for files without a profile, and libvips for files with a profile. */
    @ParameterizedTest
    @MethodSource("all")
    void otherReadersShowTheSame(CmykJpegFields jpeg) throws ImageException {
        byte[] file = jpeg.bytes();
        Pixels theirs = jpeg.profile()
                ? ReferenceCodecs.vipsToSrgb(file).orElseThrow()
                : ReferenceCodecs.imageMagick(file, "jpeg", "-colorspace", "sRGB")
                        .orElseThrow();
        assertColors(jpeg, theirs);
        assertThat(CheckedDecoding.decode(JPEG, file).meanDifference(theirs)).isLessThan(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRewrittenCopyShowsTheSameAndSaysTheSame(CmykJpegFields jpeg) throws ImageException {
        byte[] file = jpeg.bytes();
        byte[] copy = copy(file);
        assertThat(CheckedDecoding.decode(JPEG, copy).samples())
                .isEqualTo(CheckedDecoding.decode(JPEG, file).samples());
        assertThat(JpegFixture.data(copy, APP14)).isEqualTo(JpegFixture.data(file, APP14));
    }

    @Test
    void aCopyOfAFileWithTwoAdobeSegmentsShowsTheSame() throws ImageException {
        byte[] file = new CmykJpegFields(0, false, false, "1x1", false).bytes();
        byte[] two = JpegFixture.withSegment(file, APP14, CmykJpegFields.adobe(2));
        assertThat(CheckedDecoding.decode(JPEG, two).samples())
                .isEqualTo(CheckedDecoding.decode(JPEG, file).samples());
        assertThat(CheckedDecoding.decode(JPEG, copy(two)).samples())
                .isEqualTo(CheckedDecoding.decode(JPEG, file).samples());
        byte[] last = JpegFixture.withSegment(JpegFixture.without(file, APP14), APP14, CmykJpegFields.adobe(0));
        byte[] swapped = JpegFixture.withSegment(last, APP14, java.util.Arrays.copyOf(CmykJpegFields.adobe(2), 11));
        assertThat(CheckedDecoding.decode(JPEG, copy(swapped)).samples())
                .isEqualTo(CheckedDecoding.decode(JPEG, file).samples());
    }

    private static byte[] copy(byte[] file) throws ImageException {
        return new PortableRewriter()
                .rewrite(Format.JPEG, Bytes.copyOf(file), Rewriter.Keep.NOTHING)
                .toArray();
    }

    private static void assertColors(CmykJpegFields jpeg, Pixels pixels) {
        for (int field = 0; field < CmykJpegFields.ACROSS * CmykJpegFields.DOWN; field++) {
            int x = field % CmykJpegFields.ACROSS * CmykJpegFields.FIELD + CmykJpegFields.FIELD / 2;
            int y = field / CmykJpegFields.ACROSS * CmykJpegFields.FIELD + CmykJpegFields.FIELD / 2;
            int[] right = jpeg.color(field);
            for (int c = 0; c < 3; c++) {
                assertThat(pixels.at(x, y, c))
                        .as("channel %d of field %d", c, field)
                        .isCloseTo(right[c], within(TOLERANCE));
            }
        }
    }
}
