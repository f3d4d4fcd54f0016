package dev.darkroom.bench.leak;

import dev.darkroom.core.Bytes;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;

/** What is sent in: small, so that many fit into a minute. */
record Uploads(Bytes jpeg, Bytes png, Bytes cutJpeg, Bytes cutPng, Bytes text) {
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
                Bytes.wrap(png.toByteArray(), png.size() / 2),
                Bytes.wrap("not a picture".repeat(50).getBytes(StandardCharsets.US_ASCII)));
    }
}
