package dev.darkroom.bench.leak;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** The uploads of the leak test. They are small, so that many jobs run in a minute. */
public record LeakUploads(
        Bytes jpeg,
        Bytes png,
        Bytes webp,
        Bytes cutJpeg,
        Bytes damagedJpeg,
        Bytes damagedPng,
        Bytes cutWebp,
        Bytes text) {
    /** Makes the uploads. */
    public static LeakUploads make() throws IOException {
        byte[] jpeg = GeneratedPhoto.jpeg(480, 640);
        BufferedImage picture = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture.getSubimage(0, 0, 320, 240), "png", png);
        Bytes whole = Bytes.wrap(jpeg);
        Bytes webp = webp(whole);
        return new LeakUploads(
                whole,
                Bytes.wrap(png.toByteArray()),
                webp,
                whole.slice(0, jpeg.length / 2),
                Bytes.wrap(damaged(jpeg)),
                Bytes.wrap(damaged(png.toByteArray())),
                Bytes.wrap(halved(webp)),
                Bytes.wrap("not a picture".repeat(50).getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * A copy of a file with wrong bytes in the middle of its pixel data. In a JPEG they are restart markers, although the file has no
     * restart intervals.
     */
    private static byte[] damaged(byte[] file) {
        byte[] damaged = file.clone();
        for (int i = file.length / 2; i < file.length / 2 + 64; i += 2) {
            damaged[i] = (byte) 0xFF;
            damaged[i + 1] = (byte) 0xD7;
        }
        return damaged;
    }

    /** The first half of a lossy WebP without metadata. Its headers are changed to match the shorter length. */
    private static byte[] halved(Bytes webp) {
        byte[] half = webp.slice(0, webp.length() / 2 & ~1).toArray();
        ByteBuffer fields = ByteBuffer.wrap(half).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(4, half.length - 8);
        fields.putInt(16, half.length - 20);
        return half;
    }

    private static Bytes webp(Bytes jpeg) {
        try (Pipeline pipeline = Pipeline.builder()
                .variant(Variant.named("webp").limit(640))
                .encode(Encoding.webp().effort(0))
                .build()) {
            Outcome outcome = pipeline.process(Source.of(jpeg), Map.of());
            if (outcome instanceof Outcome.Completed completed) {
                return completed.renditions().get(0).bytes();
            }
            throw new IllegalStateException("no WebP could be made: " + outcome);
        }
    }
}
