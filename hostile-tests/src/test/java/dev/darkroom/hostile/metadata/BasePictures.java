package dev.darkroom.hostile.metadata;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small pictures without hidden data. The JDK encodes them; our encoder encodes the WebPs. */
final class BasePictures {
    static final int WIDTH = 61;
    static final int HEIGHT = 43;

    private BasePictures() {}

    static byte[] jpeg(Random random, boolean progressive) throws IOException {
        return encoded("jpeg", BufferedImage.TYPE_INT_RGB, random, progressive);
    }

    static byte[] png(Random random) throws IOException {
        int type = random.nextBoolean() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_BYTE_INDEXED;
        return encoded("png", type, random, false);
    }

    static byte[] indexedPng(Random random) throws IOException {
        return encoded("png", BufferedImage.TYPE_BYTE_INDEXED, random, false);
    }

    static byte[] gif(Random random) throws IOException {
        return encoded("gif", BufferedImage.TYPE_BYTE_INDEXED, random, false);
    }

    static byte[] webp(Random random) throws IOException {
        Encoding encoding = Encoding.webp().effort(0).lossless(random.nextBoolean());
        try (Pipeline pipeline = Pipeline.builder()
                .accept(Format.JPEG)
                .variant(Variant.named("webp").limit(WIDTH))
                .encode(encoding)
                .build()) {
            Outcome outcome = pipeline.process(Source.of(Bytes.wrap(jpeg(random, false))), Map.of());
            return ((Outcome.Completed) outcome).renditions().get(0).bytes().toArray();
        }
    }

    private static byte[] encoded(String format, int type, Random random, boolean progressive) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        int tint = random.nextInt(0x1000000);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, 0xFF000000 | tint ^ (x * 4 << 16 | y * 5 << 8 | (x ^ y) * 4));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
