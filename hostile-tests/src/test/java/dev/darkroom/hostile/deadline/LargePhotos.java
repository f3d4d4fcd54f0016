package dev.darkroom.hostile.deadline;

import dev.darkroom.core.Bytes;
import dev.darkroom.testkit.Corpus;
import dev.darkroom.testkit.CorpusFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The largest photographs of the corpus, including progressive ones. Without a corpus, generated photographs. */
final class LargePhotos {
    private static final int SEQUENTIAL = 2;
    private static final int PROGRESSIVE = 1;
    private static final long LARGE = 2_000_000;

    private LargePhotos() {}

    /** The photographs by name. */
    static Map<String, Bytes> find() throws IOException {
        Map<String, Bytes> photos = new LinkedHashMap<>();
        Optional<Corpus> corpus = Corpus.find();
        if (corpus.isPresent()) {
            add(photos, corpus.get(), false, SEQUENTIAL);
            add(photos, corpus.get(), true, PROGRESSIVE);
        }
        if (photos.isEmpty()) {
            photos.put("painted", painted(false));
        }
        photos.put("painted, progressive", painted(true));
        return photos;
    }

    private static void add(Map<String, Bytes> photos, Corpus corpus, boolean progressive, int count) {
        corpus.files().stream()
                .filter(file -> file.format().equals("jpeg") && file.verdict().equals("ok"))
                .filter(file -> file.color().contains("SOF2") == progressive)
                .filter(file -> file.color().contains("3comp"))
                .filter(file -> pixels(file) >= LARGE)
                .sorted(Comparator.comparingLong(LargePhotos::pixels).reversed())
                .limit(count)
                .forEach(file -> photos.put(file.path() + " " + file.displayed(), Bytes.wrap(corpus.read(file))));
    }

    private static long pixels(CorpusFile file) {
        String[] sides = file.displayed().split("x");
        return sides.length == 2 && !sides[0].isEmpty() ? Long.parseLong(sides[0]) * Long.parseLong(sides[1]) : 0;
    }

    private static Bytes painted(boolean progressive) throws IOException {
        BufferedImage image = new BufferedImage(4000, 3000, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(3);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, (x / 16 << 16) + (y / 12 << 8) + (x + y) / 28 ^ random.nextInt(0x20) * 0x10101);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
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
        return Bytes.wrap(bytes.toByteArray());
    }
}
