package dev.darkroom.bench.leak;

import dev.darkroom.core.Bytes;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;

/** What is sent in: small, so that many fit into a minute. */
record Uploads(Bytes jpeg, Bytes png, Bytes cutJpeg, Bytes damagedPng, Bytes text) {
    static Uploads make() throws IOException {
        byte[] jpeg = GeneratedPhoto.jpeg(480, 640);
        BufferedImage picture = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture.getSubimage(0, 0, 320, 240), "png", png);
        Bytes whole = Bytes.wrap(jpeg);
        return new Uploads(
                whole,
                Bytes.wrap(png.toByteArray()),
                whole.slice(0, jpeg.length / 2),
                Bytes.wrap(damaged(png.toByteArray())),
                Bytes.wrap("not a picture".repeat(50).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Bytes in the middle of its pixels are others. */
    private static byte[] damaged(byte[] file) {
        byte[] damaged = file.clone();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 64, (byte) 0x55);
        return damaged;
    }
}
