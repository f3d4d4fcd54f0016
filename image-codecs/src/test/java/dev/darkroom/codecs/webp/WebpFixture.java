package dev.darkroom.codecs.webp;

import dev.darkroom.codecs.CheckedEncoding;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.ReferenceCodecs;
import dev.darkroom.codecs.png.PngEncoderProvider;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes WebP test files with libwebp's {@code cwebp}, and builds containers for them. */
final class WebpFixture {
    private WebpFixture() {}

    static byte[] cwebp(Pixels pixels, String... options) throws ImageException {
        return ReferenceCodecs.cwebp(CheckedEncoding.encode(new PngEncoderProvider(), pixels, Encoding.png()), options);
    }

    /** An animation of one frame at an even position of a larger canvas. */
    static byte[] animation(byte[] still, int left, int top, int width, int height, int canvasWidth, int canvasHeight) {
        byte[] chunks = Arrays.copyOfRange(still, 12, still.length);
        if (new String(chunks, 0, 4, StandardCharsets.ISO_8859_1).equals("VP8X")) {
            chunks = Arrays.copyOfRange(chunks, 18, chunks.length);
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int value : new int[] {left / 2, top / 2, width - 1, height - 1, 100}) {
            little(frame, value, 3);
        }
        frame.write(0);
        frame.writeBytes(chunks);
        ByteArrayOutputStream extended = new ByteArrayOutputStream();
        little(extended, 0x12, 4);
        little(extended, canvasWidth - 1, 3);
        little(extended, canvasHeight - 1, 3);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        chunk(body, "VP8X", extended.toByteArray());
        chunk(body, "ANIM", new byte[] {10, 20, 30, (byte) 255, 0, 0});
        chunk(body, "ANMF", frame.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        little(file, body.size() + 4, 4);
        file.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        little(out, data.length, 4);
        out.writeBytes(data);
        little(out, 0, data.length & 1);
    }

    private static void little(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> 8 * i);
        }
    }
}
