package dev.darkroom.codecs.gif;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** GIF test files of every kind, by name. */
final class GifPictures {
    static final int[] FOUR = {0x102030, 0xFF0000, 0x00FF00, 0x0000FF};
    static final int[] OTHER_FOUR = {0xFFFFFF, 0xFFFF00, 0x00FFFF, 0xFF00FF};
    static final GifLzwWriter LZW = new GifLzwWriter(2);

    private GifPictures() {}

    /** Single pictures whose files end after the image data. */
    static Map<String, byte[]> stills() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "plain",
                new GifFixture(37, 29, FOUR)
                        .image(0, 0, 37, false, LZW, indices(37, 29, 4))
                        .end());
        all.put(
                "interlaced",
                new GifFixture(37, 29, FOUR)
                        .image(0, 0, 37, true, LZW, indices(37, 29, 4))
                        .end());
        all.put(
                "local table and offset",
                new GifFixture(50, 40, FOUR)
                        .comment("hello")
                        .image(7, 5, 37, false, LZW, indices(37, 29, 4), OTHER_FOUR)
                        .end());
        all.put(
                "transparent, offset and interlaced",
                new GifFixture(50, 40, FOUR)
                        .control(2)
                        .image(7, 5, 37, true, LZW, indices(37, 29, 4))
                        .end());
        all.put(
                "larger than its screen",
                new GifFixture(10, 10, FOUR)
                        .control(0)
                        .image(3, 20, 37, false, LZW, indices(37, 29, 4))
                        .end());
        all.put("many codes", noise(GifLzwWriter.WhenFull.CLEAR, true));
        all.put("many codes, deferred clear", noise(GifLzwWriter.WhenFull.GO_ON, true));
        all.put("many codes, deferred clear, no end code", noise(GifLzwWriter.WhenFull.GO_ON, false));
        all.put(
                "without any table",
                new GifFixture(20, 20)
                        .image(0, 0, 20, false, LZW, indices(20, 20, 2))
                        .end());
        all.put(
                "interlaced, three rows",
                new GifFixture(64, 3, FOUR)
                        .image(0, 0, 64, true, LZW, indices(64, 3, 4))
                        .end());
        return all;
    }

    static byte[] noise(GifLzwWriter.WhenFull whenFull, boolean endCode) {
        int[] gray = new int[256];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = i * 0x010101;
        }
        GifLzwWriter writer = new GifLzwWriter(8, whenFull, endCode);
        return new GifFixture(123, 131, gray)
                .image(0, 0, 123, false, writer, indices(123, 131, 256))
                .end();
    }

    /** A picture with a flat left part and a noisy right part. */
    static byte[] indices(int width, int height, int colors) {
        Random random = new Random(5);
        byte[] indices = new byte[width * height];
        for (int i = 0; i < indices.length; i++) {
            boolean flat = i % width < width / 3;
            indices[i] = (byte) (flat ? i / width / 5 % colors : random.nextInt(colors));
        }
        return indices;
    }
}
