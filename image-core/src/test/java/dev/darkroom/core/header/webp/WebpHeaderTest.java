package dev.darkroom.core.header.webp;

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
import dev.darkroom.core.header.exif.Tiffs;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebpHeaderTest {
    private static final int ANIMATION = WebpHeader.FLAG_ANIMATION;

    @Test
    void everythingThatAHeaderCanSayIsRead() throws Exception {
        assertThat(read(Webps.rich()))
                .isEqualTo(new ImageInfo(
                        Format.WEBP,
                        new Size(20, 10),
                        Orientation.ROTATED_270,
                        1,
                        true,
                        ColorModel.RGB,
                        new ColorEncoding.Icc(Bytes.wrap("profile".getBytes(StandardCharsets.US_ASCII))),
                        8,
                        false,
                        false));
    }

    @Test
    void simpleFilesAreRead() throws Exception {
        ImageInfo lossy = read(Webps.file(Webps.lossy(16383, 5)));
        assertThat(lossy.stored()).isEqualTo(new Size(16383, 5));
        assertThat(lossy.lossless()).isFalse();
        ImageInfo lossless = read(Webps.file(Webps.lossless(16384, 16384, true)));
        assertThat(lossless.stored()).isEqualTo(new Size(16384, 16384));
        assertThat(lossless.lossless()).isTrue();
        assertThat(lossless.alpha()).isTrue();
        assertThat(read(Webps.file(Webps.lossless(1, 1, false))).alpha()).isFalse();
    }

    @Test
    void animationIsCountedAndItsFirstFrameDecides() throws Exception {
        ImageInfo info = read(Webps.animated());
        assertThat(info.frames()).isEqualTo(2);
        assertThat(info.lossless()).isTrue();
        assertThat(info.alpha()).isFalse();
        ByteArrayBuilder part = Webps.frame(0, 0, 2, 2, Webps.lossy(2, 2));
        assertThat(read(Webps.file(Webps.extended(ANIMATION, 4, 4), part)).alpha())
                .as("the first frame leaves canvas free")
                .isTrue();
    }

    @Test
    void metadataWithoutItsFlagDoesNotCount() throws Exception {
        ImageInfo info = read(Webps.file(
                Webps.extended(0, 4, 4),
                Webps.chunk("ICCP", new ByteArrayBuilder().text("profile")),
                Webps.lossy(4, 4),
                Webps.chunk("EXIF", Tiffs.withOrientation(6, true))));
        assertThat(info.orientation()).isEqualTo(Orientation.NORMAL);
        assertThat(info.color()).isEqualTo(ColorEncoding.SRGB);
    }

    @Test
    void trailingBytesAndMissingPaddingAreNoErrors() throws Exception {
        Bytes file = Webps.file(
                Webps.extended(0, 4, 4),
                Webps.lossy(4, 4),
                new ByteArrayBuilder().text("odd!").u32le(1).u8(7));
        assertThat(read(file).stored()).isEqualTo(new Size(4, 4));
        Bytes more = new ByteArrayBuilder().add(file.toArray()).text("trailing").bytes();
        assertThat(read(more).stored()).isEqualTo(new Size(4, 4));
    }

    @Test
    void shorterThanTheFileSaysIsMalformedWhereThePictureIsNotThere() throws Exception {
        Bytes file = Webps.rich();
        assertMalformed(file.slice(0, 20), "ends early");
        assertThat(read(file.slice(0, file.length() - 1)).stored())
                .isEqualTo(read(file).stored());
        assertThat(WebpCompleteness.warnings(file.slice(0, file.length() - 1))).hasSize(1);
        assertThat(WebpCompleteness.warnings(file)).isEmpty();
    }

    @Test
    void framesThatDoNotFitAreMalformed() {
        ByteArrayBuilder canvas = Webps.extended(ANIMATION, 4, 4);
        assertMalformed(Webps.file(canvas), "without frames");
        assertMalformed(Webps.file(canvas, Webps.frame(2, 0, 4, 4, Webps.lossy(4, 4))), "does not fit");
        assertMalformed(
                Webps.file(canvas, Webps.frame(0, 0, 4, 4, Webps.lossy(3, 4))), "states the size 4x4, but is 3x4");
        assertMalformed(Webps.file(canvas, Webps.frame(0, 0, 4, 4, new ByteArrayBuilder())), "holds no picture");
        assertMalformed(Webps.file(canvas, Webps.chunk("ANMF", new ByteArrayBuilder().zeros(15))), "cut off");
    }

    @Test
    void brokenHeadersAreMalformed() {
        assertMalformed(Webps.file(Webps.chunk("JUNK", new ByteArrayBuilder().zeros(4))), "does not start with");
        assertMalformed(Webps.file(), "too few");
        assertMalformed(Webps.file(Webps.extended(0, 4, 4)), "no picture");
        assertMalformed(
                Webps.file(Webps.extended(0, 4, 4), Webps.lossy(5, 4)), "canvas is 4x4, but its picture is 5x4");
        assertMalformed(Webps.file(Webps.extended(0, 1 << 24, 1 << 24)), "larger than WebP allows");
        assertMalformed(Webps.file(Webps.lossy(0, 4)), "0 x 4");
        assertMalformed(
                Webps.file(Webps.chunk(
                        "VP8 ",
                        new ByteArrayBuilder().u24le(0x11).text("\u009d\1*").zeros(9))),
                "key frame");
        assertMalformed(
                Webps.file(Webps.chunk(
                        "VP8 ",
                        new ByteArrayBuilder()
                                .u24le(0x10 | 500 << 5)
                                .text("\u009d\1*")
                                .zeros(9))),
                "partition");
        assertMalformed(
                Webps.file(Webps.chunk("VP8L", new ByteArrayBuilder().u8(0x2E).zeros(9))), "signature");
        assertMalformed(
                Webps.file(Webps.chunk(
                        "VP8L", new ByteArrayBuilder().u8(0x2F).u32le(1L << 29).zeros(3))),
                "version 1");
        assertMalformed(
                Webps.file(
                        new ByteArrayBuilder().text("VP8 ").u32le(0xFFFFFFFFL).zeros(9)),
                "4294967295");
    }

    private static ImageInfo read(Bytes file) throws ImageException {
        return HeaderReader.read(Format.WEBP, file);
    }

    private static void assertMalformed(Bytes file, String word) {
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining(word)
                .extracting(e -> ((ImageException) e).failure())
                .isInstanceOf(Failure.Malformed.class);
    }
}
