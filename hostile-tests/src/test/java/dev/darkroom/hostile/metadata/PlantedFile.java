package dev.darkroom.hostile.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pictures with things hidden in them, each the same for the same number. */
final class PlantedFile {
    private final List<byte[]> jpegs = new ArrayList<>();
    private final List<byte[]> pngs = new ArrayList<>();
    private final List<byte[]> webps = new ArrayList<>();
    private final List<byte[]> gifs = new ArrayList<>();

    /** A file and what is hidden in it. */
    record Planted(byte[] file, Needles needles) {}

    PlantedFile() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 8; i++) {
            jpegs.add(BasePictures.jpeg(random, i % 2 == 1));
            pngs.add(BasePictures.png(random));
            webps.add(BasePictures.webp(random));
            gifs.add(BasePictures.gif(random));
        }
    }

    Planted numbered(int seed) {
        Random random = new Random(seed);
        Needles needles = new Needles(random);
        byte[] file = switch (seed % 5) {
            case 0, 1 -> JpegPlants.hide(one(jpegs, random), needles, random);
            case 2 -> PngPlants.hide(one(pngs, random), needles, random);
            case 3 -> WebpPlants.hide(one(webps, random), BasePictures.WIDTH, BasePictures.HEIGHT, needles, random);
            default -> GifPlants.hide(one(gifs, random), needles, random);
        };
        return new Planted(file, needles);
    }

    private static byte[] one(List<byte[]> files, Random random) {
        return files.get(random.nextInt(files.size()));
    }
}
