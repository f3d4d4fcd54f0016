package dev.darkroom.svg;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Compares rendered PNGs for visible differences. */
final class RenderedPngs {
    /** Largest invisible difference, in levels of a premultiplied channel. */
    private static final int TOLERANCE = 12;

    private RenderedPngs() {}

    /** Whether the sizes differ, or more than one pixel in a thousand differs visibly. */
    static boolean visiblyDiffer(byte[] first, byte[] second) throws IOException {
        BufferedImage a = ImageIO.read(new ByteArrayInputStream(first));
        BufferedImage b = ImageIO.read(new ByteArrayInputStream(second));
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return true;
        }
        long different = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                different += differs(a.getRGB(x, y), b.getRGB(x, y)) ? 1 : 0;
            }
        }
        return different * 1000 > (long) a.getWidth() * a.getHeight();
    }

    private static boolean differs(int a, int b) {
        for (int shift = 0; shift <= 24; shift += 8) {
            int first = channel(a, shift);
            int second = channel(b, shift);
            if (Math.abs(first - second) > TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    private static int channel(int argb, int shift) {
        int value = argb >>> shift & 0xFF;
        return shift == 24 ? value : value * (argb >>> 24) / 0xFF;
    }
}
