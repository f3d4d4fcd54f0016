package dev.darkroom.core.header.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The decoded picture is always the one that the header describes, whatever else the file contains. The pictures are headers only. */
class WebpPictureTest {
    private static final Size SMALL = new Size(16, 16);
    private static final Size HUGE = new Size(12_000, 12_000);

    @Test
    void aStillPictureBesideTheFramesOfAnAnimationIsNotDecoded() throws ImageException {
        WebpPicture picture = WebpPicture.read(
                file(vp8x(0x02), chunk("VP8L", lossless(HUGE)), frame(0, SMALL, lossless(SMALL))), SMALL);

        assertThat(picture.bitstream().dataStart()).isGreaterThan(60);
        assertThat(picture.size()).isEqualTo(SMALL);
    }

    @Test
    void aFrameInWhatIsNoAnimationIsNotDecoded() throws ImageException {
        Bytes file = file(vp8x(0), frame(0, SMALL, lossless(HUGE)), chunk("VP8L", lossless(SMALL)));

        assertThat(WebpPicture.read(file, SMALL).bitstream().dataStart()).isEqualTo(file.length() - 6);
    }

    @Test
    void aPictureOfAnotherSizeThanItsCanvasOrFrameSaysIsMalformed() {
        assertMalformed(file(vp8x(0), chunk("VP8L", lossless(HUGE))));
        assertMalformed(file(chunk("VP8L", lossless(HUGE))));
        assertMalformed(file(vp8x(0x02), frame(0, SMALL, lossless(HUGE))));
    }

    @Test
    void aFrameBesideItsCanvasIsMalformed() {
        assertMalformed(file(vp8x(0x02), frame(2, SMALL, lossless(SMALL))));
    }

    private static void assertMalformed(Bytes file) {
        assertThatThrownBy(() -> WebpPicture.read(file, SMALL)).isInstanceOf(ImageException.class);
    }

    private static Bytes file(byte[]... chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text("WEBP"));
        for (byte[] chunk : chunks) {
            body.writeBytes(chunk);
        }
        return Bytes.wrap(chunk("RIFF", body.toByteArray()));
    }

    private static byte[] vp8x(int flags) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(number(flags, 4));
        data.writeBytes(number(SMALL.width() - 1, 3));
        data.writeBytes(number(SMALL.height() - 1, 3));
        return chunk("VP8X", data.toByteArray());
    }

    private static byte[] frame(int left, Size size, byte[] bitstream) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(number(left / 2, 3));
        data.writeBytes(number(0, 3));
        data.writeBytes(number(size.width() - 1, 3));
        data.writeBytes(number(size.height() - 1, 3));
        data.writeBytes(number(100, 4));
        data.writeBytes(chunk("VP8L", bitstream));
        return chunk("ANMF", data.toByteArray());
    }

    /** RFC 9649, section 3.4: signature, then width minus one and height minus one in 14 bits each. */
    private static byte[] lossless(Size size) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(0x2F);
        data.writeBytes(number(size.width() - 1 | (size.height() - 1) << 14, 4));
        return data.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text(type));
        out.writeBytes(number(data.length, 4));
        out.writeBytes(data);
        out.writeBytes(new byte[data.length & 1]);
        return out.toByteArray();
    }

    private static byte[] number(int value, int bytes) {
        byte[] out = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            out[i] = (byte) (value >> 8 * i);
        }
        return out;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
