package dev.darkroom.core.header.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.ByteArrayBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether four components are CMYK or YCCK. Each row is the decision of libjpeg-turbo. */
class JpegColorSpaceTest {
    private static final ByteArrayBuilder FOUR = Jpegs.frame(0xC0, 8, 8, 4);

    @ParameterizedTest
    @CsvSource({"-1, CMYK", "0, CMYK", "1, YCCK", "2, YCCK", "3, YCCK", "255, YCCK"})
    void anyTransformButZeroMeansYcck(int transform, JpegColorSpace inks) throws Exception {
        assertInks(Jpegs.file(transform < 0 ? new ByteArrayBuilder() : Jpegs.adobe(transform), FOUR), inks);
        assertInks(Jpegs.file(FOUR, transform < 0 ? new ByteArrayBuilder() : Jpegs.adobe(transform)), inks);
    }

    @Test
    void jfifSaysNothingOfFourComponents() throws Exception {
        assertInks(Jpegs.file(Jpegs.jfif(), FOUR), JpegColorSpace.CMYK);
        assertInks(Jpegs.file(Jpegs.jfif(), Jpegs.adobe(0), FOUR), JpegColorSpace.CMYK);
        assertInks(Jpegs.file(Jpegs.jfif(), Jpegs.adobe(2), FOUR), JpegColorSpace.YCCK);
    }

    @Test
    void idsSayNothingOfFourComponents() throws Exception {
        byte[] frame = FOUR.array();
        frame[10] = 'C';
        frame[13] = 'M';
        frame[16] = 'Y';
        frame[19] = 'K';
        ByteArrayBuilder named = new ByteArrayBuilder().add(frame);
        assertInks(Jpegs.file(named), JpegColorSpace.CMYK);
        assertInks(Jpegs.file(Jpegs.adobe(0), named), JpegColorSpace.CMYK);
        assertInks(Jpegs.file(Jpegs.adobe(2), named), JpegColorSpace.YCCK);
    }

    @Test
    void theLastOfSeveralAdobeSegmentsCounts() throws Exception {
        assertInks(Jpegs.file(Jpegs.adobe(2), Jpegs.adobe(0), FOUR), JpegColorSpace.CMYK);
        assertInks(Jpegs.file(Jpegs.adobe(0), FOUR, Jpegs.adobe(2)), JpegColorSpace.YCCK);
        assertInks(Jpegs.file(Jpegs.adobe(2), adobeOf(11), FOUR), JpegColorSpace.YCCK);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 5, 7, 11})
    void anAdobeSegmentThatIsTooShortDoesNotCount(int length) throws Exception {
        assertInks(Jpegs.file(adobeOf(length), FOUR), JpegColorSpace.CMYK);
        assertThat(JpegHeader.read(Jpegs.file(adobeOf(length), FOUR)).adobeTransform())
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 14, 15, 33})
    void aLongerAdobeSegmentCounts(int length) throws Exception {
        assertInks(Jpegs.file(adobeOf(length), FOUR), JpegColorSpace.YCCK);
    }

    @Test
    void anotherProgramsSegmentDoesNotCount() throws Exception {
        assertInks(
                Jpegs.file(
                        Jpegs.app(14, "adobe", new ByteArrayBuilder().zeros(6).u8(2)), FOUR),
                JpegColorSpace.CMYK);
        assertInks(
                Jpegs.file(
                        Jpegs.app(13, "Adobe", new ByteArrayBuilder().zeros(6).u8(2)), FOUR),
                JpegColorSpace.CMYK);
    }

    /** An Adobe segment with transform 2, truncated or extended to this length. */
    private static ByteArrayBuilder adobeOf(int length) {
        byte[] data = new ByteArrayBuilder()
                .text("Adobe")
                .u16(100)
                .zeros(4)
                .u8(2)
                .zeros(30)
                .array();
        return Jpegs.segment(JpegMarker.APP14, new ByteArrayBuilder().add(java.util.Arrays.copyOf(data, length)));
    }

    private static void assertInks(Bytes file, JpegColorSpace inks) throws ImageException {
        JpegHeader header = JpegHeader.read(file);
        assertThat(JpegColorSpace.of(header)).isEqualTo(inks);
        assertThat(header.model()).isEqualTo(inks == JpegColorSpace.YCCK ? ColorModel.YCCK : ColorModel.CMYK);
        assertThat(JpegCodingSegments.read(withScanOfAll(file, header)).inks()).isEqualTo(inks);
    }

    /** The file with one more scan, which has all components. */
    private static Bytes withScanOfAll(Bytes file, JpegHeader header) {
        ByteArrayBuilder scan =
                new ByteArrayBuilder().u8(header.frame().components().size());
        header.frame().components().forEach(component -> scan.u8(component.id(), 0));
        return new ByteArrayBuilder()
                .add(file.slice(0, file.length() - 2).toArray())
                .add(Jpegs.segment(JpegMarker.SOS, scan.u8(0, 63, 0)))
                .u8(0x12, 0xFF, 0xD9)
                .bytes();
    }
}
