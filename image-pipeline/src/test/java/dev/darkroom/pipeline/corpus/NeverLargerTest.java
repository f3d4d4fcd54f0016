package dev.darkroom.pipeline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Sizing;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.plan.Placement;
import dev.darkroom.core.plan.PlannedVariant;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.testkit.Corpus;
import dev.darkroom.testkit.CorpusFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

/** A variant that would be the source itself is never larger than the source. */
class NeverLargerTest {
    private static final int SIDE = 240;

    @Test
    void aVariantOfTheSourcesSizeAndFormatIsNotLargerThanTheSource() throws IOException {
        List<String> larger = new ArrayList<>();
        int checked = 0;
        int kept = 0;
        try (Pipeline pipeline =
                Pipeline.builder().variant(Variant.named("own").limit(100_000)).build()) {
            for (Map.Entry<String, byte[]> picture : pictures().entrySet()) {
                Bytes source = Bytes.copyOf(picture.getValue());
                Optional<Rendition> own = isSourceItself(source) ? rendition(pipeline, source) : Optional.empty();
                if (own.isPresent()) {
                    checked++;
                    int length = own.get().bytes().length();
                    kept += length == source.length() ? 1 : 0;
                    if (length > source.length()) {
                        larger.add(picture.getKey() + ": " + source.length() + " -> " + length);
                    }
                }
            }
        }
        System.out.println("never larger: " + checked + " pictures, " + kept + " of them are served as they came");
        assertThat(checked).isGreaterThanOrEqualTo(2);
        assertThat(larger).isEmpty();
    }

    @Test
    void aQualityThatTheCallerSetStands() throws IOException {
        byte[] poor = jpeg(0.3f);
        try (Pipeline pipeline = Pipeline.builder()
                .variant(Variant.named("own").limit(SIDE).encode(Encoding.jpeg().quality(95)))
                .build()) {
            Bytes source = Bytes.copyOf(poor);
            assertThat(rendition(pipeline, source).orElseThrow().bytes().length())
                    .isGreaterThan(source.length());
        }
    }

    private static Optional<Rendition> rendition(Pipeline pipeline, Bytes source) {
        Outcome outcome = pipeline.process(Source.of(source), Map.of());
        return outcome instanceof Outcome.Completed completed
                ? Optional.of(completed.renditions().get(0))
                : Optional.empty();
    }

    private static boolean isSourceItself(Bytes source) {
        try {
            Format format = Signature.of(source).orElse(null);
            if (format == null || format == Format.SVG || format == Format.GIF) {
                return false;
            }
            ImageInfo info = HeaderReader.read(format, source);
            Placement own = Placement.of(Sizing.original(), info.displayed());
            return new PlannedVariant("own", own, Encoding.source().resolve(info), false).isSourceItself(info);
        } catch (ImageException e) {
            return false;
        }
    }

    /** Pictures that are made here, and those of the corpus and of the reports, where they are. */
    private static Map<String, byte[]> pictures() throws IOException {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("JPEG of quality 30", jpeg(0.3f));
        pictures.put("PNG with a palette", palettePng());
        Optional<Corpus> corpus = Corpus.find();
        if (corpus.isPresent()) {
            for (CorpusFile file : corpus.get().files()) {
                pictures.put(file.path(), corpus.get().read(file));
            }
        } else {
            System.out.println("never larger: there is no shared/corpus");
        }
        for (String name : List.of("s_shot_pal.png", "q_grad.png", "s_q50.webp")) {
            Optional<Path> reported = ReportedPictures.find(name);
            if (reported.isPresent()) {
                pictures.put(name, Files.readAllBytes(reported.get()));
            }
        }
        return pictures;
    }

    private static byte[] jpeg(float quality) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int value = (x * y / 90 + random.nextInt(30)) & 0xFF;
                image.setRGB(x, y, value << 16 | x << 8 & 0xFF00 | y);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] palettePng() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED);
        Random random = new Random(5);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.getRaster().setSample(i % SIDE, i / SIDE, 0, random.nextInt(4) == 0 ? random.nextInt(60) : 7);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
