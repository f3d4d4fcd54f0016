package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JPEGs with four components, through the pipeline from file to file and through a rewritten copy. A stored 255 means no ink, with Adobe's
 * segment or without.
 */
class CmykPipelineTest {
    private static final int SIDE = 48;

    @Test
    void cyanWithoutAdobesSegmentIsCyan() throws Exception {
        assertShown(inks(0, 255, 255, 255), Color.CYAN);
    }

    @Test
    void cyanWithAdobesTransform0IsCyan() throws Exception {
        assertShown(withAdobe(inks(0, 255, 255, 255), 0), Color.CYAN);
    }

    /** Y, Cb and Cr of full cyan ink instead of red. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void cyanAsYcckWithAnotherTransformIsCyan(int transform) throws Exception {
        assertShown(withAdobe(inks(76, 85, 255, 255), transform), Color.CYAN);
    }

    @Test
    void paperWithoutAdobesSegmentIsWhite() throws Exception {
        assertShown(inks(255, 255, 255, 255), Color.WHITE);
    }

    private static void assertShown(byte[] jpeg, Color wanted) throws ImageException, IOException {
        Variant png = Variant.named("own").encode(Encoding.png());
        FourColorPicture.assertColor(image(run(Bytes.copyOf(jpeg), png)), SIDE / 2, SIDE / 2, wanted);
        Bytes copy = run(Bytes.copyOf(jpeg), Variant.rewritten("copy"));
        FourColorPicture.assertColor(image(run(copy, png)), SIDE / 2, SIDE / 2, wanted);
    }

    private static BufferedImage image(Bytes png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png.toArray()));
    }

    private static Bytes run(Bytes file, Variant variant) throws ImageException {
        try (Pipeline pipeline = Pipeline.builder().variant(variant).build()) {
            Outcome outcome = pipeline.process(Source.of(file), Map.of());
            assertThat(outcome).isInstanceOf(Outcome.Completed.class);
            return ((Outcome.Completed) outcome).renditions().get(0).bytes();
        }
    }

    private static byte[] withAdobe(byte[] jpeg, int transform) {
        byte[] data =
                FourColorPicture.concat(FourColorPicture.latin1("Adobe\0d\0\0\0\0"), new byte[] {(byte) transform});
        return FourColorPicture.withSegment(jpeg, 0xEE, data);
    }

    /** A JPEG of one colour with four stored samples, without Adobe's segment, written by the JDK. */
    private static byte[] inks(int... samples) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIDE, SIDE, 4, null);
        for (int i = 0; i < SIDE * SIDE; i++) {
            raster.setPixel(i % SIDE, i / SIDE, samples);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        byte[] file = bytes.toByteArray();
        assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Adobe");
        return file;
    }
}
