package dev.darkroom.bench.quality;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Opaque sRGB pixels of a picture at full size. The JDK decodes them; libwebp decodes WebP.
 *
 * @param rgb 0xRRGGBB, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RgbPixels(int width, int height, int[] rgb) {
    /** Reads a picture. The orientation is not applied. The JDK's colour engine converts an embedded profile to sRGB. */
    static RgbPixels read(Path file) throws IOException {
        @Nullable BufferedImage read = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (read == null) {
            throw new IOException("no decoder for " + file);
        }
        BufferedImage image = read;
        if (!image.getColorModel().getColorSpace().isCS_sRGB()
                && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_RGB) {
            image = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            new ColorConvertOp(null).filter(read, image);
        }
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = new int[width * height];
        image.getRGB(0, 0, width, height, rgb, 0, width);
        return new RgbPixels(width, height, rgb);
    }

    /** The picture turned according to EXIF orientation 1 to 8. */
    RgbPixels upright(int orientation) {
        boolean swap = orientation >= 5;
        boolean flipX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean flipY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        if (orientation == 1) {
            return this;
        }
        int[] turned = new int[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = flipX ? width - 1 - x : x;
                int row = flipY ? height - 1 - y : y;
                turned[swap ? column * height + row : row * width + column] = rgb[y * width + x];
            }
        }
        return swap ? new RgbPixels(height, width, turned) : new RgbPixels(width, height, turned);
    }

    /** The level of one channel, 0 to 255. The shift is 16 for red, 8 for green and 0 for blue. */
    double channel(int pixel, int shift) {
        return rgb[pixel] >> shift & 0xff;
    }

    /** The same pixels as exact levels. */
    ExactRgb levels() {
        double[][] levels = new double[3][rgb.length];
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < rgb.length; i++) {
                levels[channel][i] = channel(i, 16 - 8 * channel);
            }
        }
        return new ExactRgb(width, height, levels);
    }
}
