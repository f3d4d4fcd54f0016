package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rewrite that takes more than a few milliseconds has to stop with its job. */
class RewriteDeadlineTest {
    private static final int SIDE = 700;

    @ParameterizedTest
    @CsvSource({
        "JPEG, jpeg, 0",
        "JPEG, jpeg, 1",
        "PNG, png, 0",
        "GIF, gif, 0",
        "WEBP, webp, 0",
        "WEBP, webp, 2",
    })
    void aRewriteStopsWhenItsJobIsCancelled(Format format, String writer, int kind) throws IOException {
        Bytes file = Bytes.wrap(noise(writer, kind));
        Deadline deadline = Deadline.after(Duration.ofDays(1));
        deadline.cancel();
        Rewriter.Context context = new Rewriter.Context(warning -> {}, deadline);
        assertThatThrownBy(() -> new PortableRewriter().rewrite(format, file, Rewriter.Keep.NOTHING, context))
                .isInstanceOfSatisfying(
                        ImageException.class,
                        stopped -> assertThat(stopped.failure()).isInstanceOf(Failure.Stopped.class));
    }

    /**
     * @param kind 1 for a progressive JPEG, 2 for a lossless WebP
     */
    private static byte[] noise(String format, int kind) throws IOException {
        BufferedImage image = new BufferedImage(
                SIDE, SIDE, format.equals("gif") ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, 0xFF000000 | random.nextInt(1 << 24));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (kind == 1) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            } else if (kind == 2) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType("Lossless");
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
