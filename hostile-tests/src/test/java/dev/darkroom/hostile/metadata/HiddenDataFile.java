package dev.darkroom.hostile.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes pictures with hidden data. The same number always gives the same picture. */
final class HiddenDataFile {
    private final List<byte[]> jpegs = new ArrayList<>();
    private final List<byte[]> pngs = new ArrayList<>();
    private final List<byte[]> webps = new ArrayList<>();
    private final List<byte[]> gifs = new ArrayList<>();

    /** A file and the canaries that are hidden in it. */
    record FileWithCanaries(byte[] file, Canaries needles) {}

    HiddenDataFile() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 8; i++) {
            jpegs.add(BasePictures.jpeg(random, i % 2 == 1));
            pngs.add(BasePictures.png(random));
            webps.add(BasePictures.webp(random));
            gifs.add(BasePictures.gif(random));
        }
    }

    FileWithCanaries numbered(int seed) {
        Random random = new Random(seed);
        Canaries needles = new Canaries(random);
        byte[] file = switch (seed % 5) {
            case 0, 1 -> JpegHiddenData.hide(one(jpegs, random), needles, random);
            case 2 -> PngHiddenData.hide(one(pngs, random), needles, random);
            case 3 -> WebpHiddenData.hide(one(webps, random), BasePictures.WIDTH, BasePictures.HEIGHT, needles, random);
            default -> GifHiddenData.hide(one(gifs, random), needles, random);
        };
        return new FileWithCanaries(file, needles);
    }

    private static byte[] one(List<byte[]> files, Random random) {
        return files.get(random.nextInt(files.size()));
    }
}
