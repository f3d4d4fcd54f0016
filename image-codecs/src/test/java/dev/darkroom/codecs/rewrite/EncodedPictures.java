package dev.darkroom.codecs.rewrite;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter.Keep;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Small pictures that the JDK and libwebp encode, and methods to decode their pixels. */
public final class EncodedPictures {
    private EncodedPictures() {}

    static byte[] encoded(String format, int type, boolean progressive) {
        BufferedImage image = new BufferedImage(61, 43, type);
        for (int y = 0; y < 43; y++) {
            for (int x = 0; x < 61; x++) {
                int alpha = image.getColorModel().hasAlpha() ? (x * 4 + y) & 0xFF : 0xFF;
                image.setRGB(x, y, alpha << 24 | x * 4 << 16 | y * 5 << 8 | (x ^ y) * 4);
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] jpeg() {
        return encoded("jpeg", BufferedImage.TYPE_INT_RGB, false);
    }

    static byte[] progressiveJpeg() {
        return encoded("jpeg", BufferedImage.TYPE_INT_RGB, true);
    }

    public static byte[] png() {
        return encoded("png", BufferedImage.TYPE_INT_ARGB, false);
    }

    public static byte[] gif() {
        return encoded("gif", BufferedImage.TYPE_BYTE_INDEXED, false);
    }

    static byte[] webp() {
        return encoded("webp", BufferedImage.TYPE_INT_RGB, false);
    }

    /** The pixels of all frames, decoded with ImageIO. */
    static List<int[]> pixels(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.next();
            reader.setInput(in);
            List<int[]> frames = new ArrayList<>();
            int count = reader.getNumImages(true);
            for (int frame = 0; frame < count; frame++) {
                BufferedImage decoded = reader.read(frame);
                BufferedImage plain =
                        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_ARGB);
                Graphics2D graphics = plain.createGraphics();
                graphics.drawImage(decoded, 0, 0, null);
                graphics.dispose();
                frames.add(plain.getRGB(0, 0, plain.getWidth(), plain.getHeight(), null, 0, plain.getWidth()));
            }
            reader.dispose();
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] rewritten(Format format, byte[] file) throws ImageException {
        return rewritten(format, file, Keep.NOTHING);
    }

    public static byte[] rewritten(Format format, byte[] file, Keep keep) throws ImageException {
        return new PortableRewriter().rewrite(format, Bytes.copyOf(file), keep).toArray();
    }
}
