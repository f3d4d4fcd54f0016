package dev.darkroom.core.header.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.ByteArrayBuilder;
import dev.darkroom.core.header.HeaderReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegHeaderTest {
    @Test
    void everythingThatAHeaderCanSayIsRead() throws Exception {
        ImageInfo info = HeaderReader.read(Format.JPEG, Jpegs.rich());
        assertThat(info)
                .isEqualTo(new ImageInfo(
                        Format.JPEG,
                        new Size(640, 480),
                        Orientation.ROTATED_90,
                        1,
                        false,
                        ColorModel.RGB,
                        new ColorEncoding.Icc(bytes("hello world")),
                        8,
                        false,
                        true));
        assertThat(info.displayed()).isEqualTo(new Size(480, 640));
    }

    @Test
    void samplingFactorsAreToldToDecoders() throws Exception {
        JpegFrame frame =
                JpegHeader.read(Jpegs.file(Jpegs.frame(0xC9, 16, 8, 3))).frame();
        assertThat(frame.components())
                .containsExactly(
                        new JpegFrame.Component(1, 2, 2, 0),
                        new JpegFrame.Component(2, 1, 1, 0),
                        new JpegFrame.Component(3, 1, 1, 0));
        assertThat(frame.isArithmetic()).isTrue();
        assertThat(frame.isProgressive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, -1, GRAY", "3, 0, RGB", "4, -1, CMYK", "4, 0, CMYK", "4, 2, YCCK"})
    void componentsAndAdobesTransformGiveTheModel(int components, int transform, ColorModel model) throws Exception {
        ByteArrayBuilder adobe = transform < 0 ? new ByteArrayBuilder() : Jpegs.adobe(transform);
        assertThat(JpegHeader.read(Jpegs.file(adobe, Jpegs.frame(0xC0, 8, 8, components)))
                        .model())
                .isEqualTo(model);
    }

    @Test
    void threeComponentsAreYcbcrAsLibjpegDecides() throws Exception {
        ByteArrayBuilder frame = Jpegs.frame(0xC0, 8, 8, 3);
        byte[] rgb = frame.array();
        rgb[10] = 'R';
        rgb[13] = 'G';
        rgb[16] = 'B';
        ByteArrayBuilder named = new ByteArrayBuilder().add(rgb);
        assertThat(JpegHeader.read(Jpegs.file(frame)).isYcc()).isTrue();
        assertThat(JpegHeader.read(Jpegs.file(Jpegs.adobe(0), frame)).isYcc()).isFalse();
        assertThat(JpegHeader.read(Jpegs.file(Jpegs.jfif(), Jpegs.adobe(0), frame))
                        .isYcc())
                .isTrue();
        assertThat(JpegHeader.read(Jpegs.file(named)).isYcc()).isFalse();
        assertThat(JpegHeader.read(Jpegs.file(Jpegs.adobe(1), named)).isYcc()).isTrue();
    }

    @Test
    void profileWithMissingDoubledOrDisagreeingChunksIsNone() throws Exception {
        ByteArrayBuilder frame = Jpegs.frame(0xC0, 8, 8, 3);
        assertThat(profile(Jpegs.icc(1, 2, "a"), frame)).isEqualTo(ColorEncoding.SRGB);
        assertThat(profile(Jpegs.icc(1, 1, "a"), Jpegs.icc(1, 1, "a"), frame)).isEqualTo(ColorEncoding.SRGB);
        assertThat(profile(Jpegs.icc(1, 2, "a"), Jpegs.icc(2, 3, "b"), frame)).isEqualTo(ColorEncoding.SRGB);
        assertThat(profile(Jpegs.icc(0, 1, "a"), frame)).isEqualTo(ColorEncoding.SRGB);
        assertThat(profile(Jpegs.icc(2, 1, "a"), frame)).isEqualTo(ColorEncoding.SRGB);
        assertThat(profile(Jpegs.icc(1, 1, ""), frame)).isEqualTo(ColorEncoding.SRGB);
        assertThat(profile(frame, Jpegs.icc(1, 1, "a"))).isEqualTo(new ColorEncoding.Icc(bytes("a")));
    }

    @Test
    void firstExifCountsAndXmpDoesNot() throws Exception {
        ByteArrayBuilder xmp =
                Jpegs.app(1, "http://ns.adobe.com/xap/1.0/\0", new ByteArrayBuilder().text("<x:xmpmeta/>"));
        Bytes file = Jpegs.file(xmp, Jpegs.exif(3), Jpegs.exif(6), Jpegs.frame(0xC0, 8, 8, 3));
        assertThat(HeaderReader.read(Format.JPEG, file).orientation()).isEqualTo(Orientation.ROTATED_180);
    }

    @ParameterizedTest
    @CsvSource({
        "195, SOF3",
        "197, SOF5",
        "198, SOF6",
        "199, SOF7",
        "203, SOF11",
        "205, SOF13",
        "206, SOF14",
        "207, SOF15"
    })
    void processesThatNoDecoderKnowsAreNamed(int sof, String name) {
        assertUnsupported(Jpegs.file(Jpegs.frame(sof, 8, 8, 3)), name);
    }

    @Test
    void whatNoDecoderCanDoIsSaid() {
        byte[] twelve = Jpegs.frame(0xC1, 8, 8, 3).array();
        twelve[4] = 12;
        assertUnsupported(Jpegs.file(new ByteArrayBuilder().add(twelve)), "12-bit");
        assertUnsupported(Jpegs.file(Jpegs.frame(0xC0, 8, 0, 3)), "DNL");
        assertUnsupported(Jpegs.file(Jpegs.frame(0xC0, 8, 8, 2)), "2 components");
        assertUnsupported(Jpegs.file(Jpegs.segment(0xF7, new ByteArrayBuilder().zeros(9))), "JPEG-LS");
        assertUnsupported(Jpegs.file(Jpegs.segment(0xC8, new ByteArrayBuilder().zeros(9))), "extended");
    }

    @Test
    void brokenFramesAreMalformed() {
        assertMalformed(Jpegs.file(), "no frame header");
        assertMalformed(Jpegs.file(Jpegs.frame(0xC0, 0, 8, 3)), "0 pixels wide");
        assertMalformed(Jpegs.file(Jpegs.frame(0xC0, 8, 8, 3), Jpegs.frame(0xC0, 8, 8, 3)), "two frame headers");
        assertMalformed(Jpegs.file(Jpegs.segment(0xC0, new ByteArrayBuilder().u8(8, 0, 8))), "cut off");
        byte[] frame = Jpegs.frame(0xC0, 8, 8, 3).array();
        frame[11] = 0x51;
        assertMalformed(Jpegs.file(new ByteArrayBuilder().add(frame)), "sampling factors 5x1");
        frame[11] = 0x10;
        assertMalformed(Jpegs.file(new ByteArrayBuilder().add(frame)), "sampling factors 1x0");
        ByteArrayBuilder longer = Jpegs.segment(
                0xC0, new ByteArrayBuilder().u8(8).u16(8).u16(8).u8(1).zeros(9));
        assertMalformed(Jpegs.file(longer), "1 components take 9");
        assertMalformed(new ByteArrayBuilder().u8(0xFF, 0xD8, 0xFF, 0xD9).bytes(), "no scan");
    }

    private static ColorEncoding profile(ByteArrayBuilder... segments) throws ImageException {
        return HeaderReader.read(Format.JPEG, Jpegs.file(segments)).color();
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void assertUnsupported(Bytes file, String word) {
        assertThatThrownBy(() -> HeaderReader.read(Format.JPEG, file))
                .hasMessageContaining(word)
                .extracting(e -> ((ImageException) e).failure())
                .isInstanceOf(Failure.Unsupported.class);
    }

    private static void assertMalformed(Bytes file, String word) {
        assertThatThrownBy(() -> HeaderReader.read(Format.JPEG, file))
                .hasMessageContaining(word)
                .extracting(e -> ((ImageException) e).failure())
                .isInstanceOf(Failure.Malformed.class);
    }
}
