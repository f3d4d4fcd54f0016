package dev.darkroom.hostile.fuzz;

import dev.darkroom.codecs.webp.WebpEncoderProvider;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A few generated pictures of every format, by name, for machines without a corpus. */
public final class SmallPictures {
    private static final Size SIZE = new Size(37, 23);
    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40" onload="f()">
            <!DOCTYPE no><style>.a{fill:url(#g);stroke:#123}@import "x";</style><script>f()</script>
            <defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" style="stop-color:rgb(0,9,9)"/>
            </linearGradient><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>
            <g class="a" transform="rotate(3 4 5)" clip-path="url(#c)"><path d="M1 1l9 9h3q4 4 5 5a3 4 0 0 1 5 5z"/>
            <use xlink:href="#g"/><a href="javascript:f()"><text x="3" y="9" font-size="4">a &lt; b</text></a></g>
            <image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/><animate attributeName="href"/></svg>""";

    private SmallPictures() {}

    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("baseline.jpeg", written("jpeg", BufferedImage.TYPE_INT_RGB, false));
        all.put("progressive.jpeg", written("jpeg", BufferedImage.TYPE_INT_RGB, true));
        all.put("gray.jpeg", written("jpeg", BufferedImage.TYPE_BYTE_GRAY, false));
        all.put("rgb.png", written("png", BufferedImage.TYPE_INT_RGB, false));
        all.put("rgba-interlaced.png", written("png", BufferedImage.TYPE_INT_ARGB, true));
        all.put("gray16.png", written("png", BufferedImage.TYPE_USHORT_GRAY, false));
        all.put("palette.png", written("png", BufferedImage.TYPE_BYTE_INDEXED, true));
        all.put("bits.png", written("png", BufferedImage.TYPE_BYTE_BINARY, false));
        all.put("plain.gif", written("gif", BufferedImage.TYPE_BYTE_INDEXED, false));
        all.put("interlaced.gif", written("gif", BufferedImage.TYPE_BYTE_INDEXED, true));
        all.put("lossy.webp", webp(Layout.RGB, Encoding.webp()));
        all.put("lossy-alpha.webp", webp(Layout.RGBA, Encoding.webp()));
        all.put("lossless.webp", webp(Layout.RGBA, Encoding.webp().lossless(true)));
        all.put("animated.webp", animation(webp(Layout.RGB, Encoding.webp())));
        all.put("all.svg", SVG.replace("<!DOCTYPE no>", "").getBytes(StandardCharsets.UTF_8));
        return all;
    }

    private static byte[] written(String format, int type, boolean inPasses) {
        BufferedImage image = new BufferedImage(SIZE.width(), SIZE.height(), type);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                image.setRGB(x, y, new Color(x * 6, y * 9, (x ^ y) * 4, 255 - x * y / 9).getRGB());
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(inPasses ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] webp(Layout layout, Encoding encoding) {
        RasterSpec spec = RasterSpec.of(SIZE, layout);
        try (CountingMemory memory = CountingMemory.unlimited();
                Raster raster = Raster.allocate(spec, memory);
                Encoder encoder = new WebpEncoderProvider().open(spec, encoding, memory)) {
            byte[] row = new byte[raster.plane(0).rowBytes()];
            for (int y = 0; y < spec.height(); y++) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = (byte) (i * 5 + y * 7);
                }
                raster.plane(0).writeRow(y, row, 0);
            }
            encoder.accept(raster.asBand());
            return encoder.finish().toArray();
        } catch (ImageException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An animation of two frames on a larger canvas (RFC 9649, 2.7). */
    private static byte[] animation(byte[] still) {
        LittleEndianBytes frame = new LittleEndianBytes()
                .u24(1)
                .u24(2)
                .u24(SIZE.width() - 1)
                .u24(SIZE.height() - 1)
                .u24(100)
                .u8(0);
        frame.bytes(still, 12, still.length - 12);
        LittleEndianBytes body = new LittleEndianBytes().text("WEBP");
        body.chunk("VP8X", new LittleEndianBytes().u8(0x12).u24(0).u24(49).u24(39));
        body.chunk("ANIM", new LittleEndianBytes().u24(0).u24(0));
        body.chunk("ANMF", frame).chunk("ANMF", frame);
        LittleEndianBytes file = new LittleEndianBytes();
        file.chunk("RIFF", body);
        return file.toArray();
    }

    /** Collects little-endian bytes. */
    private static final class LittleEndianBytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        LittleEndianBytes u8(int value) {
            out.write(value);
            return this;
        }

        LittleEndianBytes u24(int value) {
            return u8(value).u8(value >> 8).u8(value >> 16);
        }

        LittleEndianBytes text(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        LittleEndianBytes bytes(byte[] bytes, int from, int count) {
            out.write(bytes, from, count);
            return this;
        }

        LittleEndianBytes chunk(String name, LittleEndianBytes data) {
            byte[] bytes = data.toArray();
            text(name).u24(bytes.length).u8(bytes.length >> 24).bytes(bytes, 0, bytes.length);
            return bytes.length % 2 == 0 ? this : u8(0);
        }

        byte[] toArray() {
            return out.toByteArray();
        }
    }
}
