package dev.darkroom.svg.raster;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Providers;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Decodes the pictures inside one SVG with the same decoders as other pictures. ICC profiles are ignored: a preview shows these pictures as
 * sRGB.
 */
final class EmbeddedPictureDecoder {
    /** Pixel limit of all embedded pictures of an SVG together. */
    static final long PIXELS = 4_000_000;
    /** Memory limit of one decoder in bytes. */
    static final long DECODING_BYTES = 48_000_000;

    private static final List<Layout> LAYOUTS = List.of(Layout.RGBA, Layout.RGB, Layout.GRAY);

    private final Memory memory;
    private long pixels;

    EmbeddedPictureDecoder(Memory memory) {
        this.memory = memory;
    }

    BufferedImage decode(String url) throws ImageException {
        Bytes picture = Bytes.wrap(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)));
        Format format = Signature.of(picture)
                .orElseThrow(() -> ImageException.malformed("an embedded picture of this SVG has an unknown format"));
        ImageException declined =
                ImageException.unsupported("no decoder for the " + format.title() + " embedded in this SVG");
        for (DecoderProvider provider : LazyHolder.PROVIDERS) {
            if (provider.formats().contains(format) && provider.availability().isAvailable()) {
                try (Decoder decoder = provider.open(format, picture)) {
                    return decode(decoder);
                } catch (ImageException e) {
                    if (!(e.failure() instanceof Failure.Unsupported)) {
                        throw e;
                    }
                    declined = e;
                }
            }
        }
        throw declined;
    }

    private BufferedImage decode(Decoder decoder) throws ImageException {
        Size stored = decoder.info().stored();
        long sum = pixels + stored.pixels();
        if (sum > PIXELS) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.PIXELS, "pixels of the pictures embedded in this SVG", sum, PIXELS);
        }
        DecodeReport report = decoder.prepare(new DecodeHint(stored, LAYOUTS));
        if (report.raster().layout().isPlanar() || report.peakBytes() > DECODING_BYTES) {
            throw ImageException.unsupported("a picture embedded in this SVG needs too much memory to decode");
        }
        Size size = report.raster().size();
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        decoder.decode(band -> copy(band, image), memory);
        pixels = sum;
        return image;
    }

    private static void copy(Band band, BufferedImage image) {
        int channels = band.raster().layout().channelsPerPlane();
        byte[] row = new byte[band.plane().rowBytes()];
        for (int y = 0; y < band.rows(); y++) {
            band.plane().readRow(y, row, 0);
            for (int x = 0, at = 0; x < image.getWidth(); x++, at += channels) {
                int red = row[at] & 0xFF;
                int green = channels > 1 ? row[at + 1] & 0xFF : red;
                int blue = channels > 1 ? row[at + 2] & 0xFF : red;
                int alpha = channels == 4 ? row[at + 3] & 0xFF : 0xFF;
                image.setRGB(x, band.top() + y, alpha << 24 | red << 16 | green << 8 | blue);
            }
        }
    }

    private static final class LazyHolder {
        static final List<DecoderProvider> PROVIDERS =
                Providers.load(ServiceLoader.load(DecoderProvider.class), reason -> {});
    }
}
