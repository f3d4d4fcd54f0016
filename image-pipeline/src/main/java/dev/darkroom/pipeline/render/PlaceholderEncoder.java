package dev.darkroom.pipeline.render;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Placeholder;
import dev.darkroom.core.Size;
import dev.darkroom.core.Sizing;
import dev.darkroom.core.plan.Placement;
import dev.darkroom.core.plan.PlannedVariant;
import dev.darkroom.core.plan.SizePlan;
import dev.darkroom.pipeline.pixel.DominantColor;
import dev.darkroom.pipeline.pixel.ThumbHash;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An encoder that makes the placeholder as if it were one more variant. So its pixels are resized from those of the renditions, are upright
 * and in sRGB, and stay within the job's memory. The encoded form is three bytes of dominant colour, then the ThumbHash.
 */
public final class PlaceholderEncoder implements EncoderProvider {
    static final PlaceholderEncoder INSTANCE = new PlaceholderEncoder();

    private static final int COLOR_BYTES = 3;
    /** RGBA as bytes, and the four channels of ThumbHash as doubles. */
    private static final int BYTES_PER_PIXEL = 4 + 4 * Double.BYTES;

    private PlaceholderEncoder() {}

    /** The smallest encoded variant, reduced to 100 x 100 pixels or less. Empty if no variant is encoded. */
    static Optional<PlannedVariant> variant(SizePlan sizes) {
        return sizes.variants().stream()
                .filter(variant -> !variant.rewrite())
                .min(Comparator.comparingLong(
                        variant -> variant.placement().content().pixels()))
                .map(smallest -> {
                    Placement placement = smallest.placement();
                    Size size = Placement.of(Sizing.within(ThumbHash.MAX_SIDE, ThumbHash.MAX_SIDE), placement.content())
                            .content();
                    // No real variant has an encoding without a format, so none is equal to this one.
                    return new PlannedVariant(
                            "placeholder", new Placement(placement.crop(), size, size, 0, 0), Encoding.source(), false);
                });
    }

    public static Placeholder decode(Bytes encoded) {
        int color = encoded.u8(0) << 16 | encoded.u8(1) << 8 | encoded.u8(2);
        return new Placeholder(encoded.from(COLOR_BYTES), color);
    }

    @Override
    public String name() {
        return "placeholder";
    }

    @Override
    public Set<Format> formats() {
        return Set.of();
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return List.of(Layout.RGBA, Layout.RGB);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return BYTES_PER_PIXEL * raster.size().pixels();
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        Memory.Charge charge = memory.charge(peakBytes(raster, encoding));
        return new PixelCollector(raster, charge);
    }

    /** Collects the pixels as RGBA. */
    private static final class PixelCollector implements Encoder {
        private final RasterSpec spec;
        private final Memory.Charge charge;
        private final byte[] rgba;

        PixelCollector(RasterSpec spec, Memory.Charge charge) {
            this.spec = spec;
            this.charge = charge;
            this.rgba = new byte[4 * Math.toIntExact(spec.size().pixels())];
        }

        @Override
        public void accept(Band band) {
            int channels = spec.layout().channelsPerPlane();
            byte[] row = new byte[spec.layout().rowBytes(0, spec.width())];
            for (int y = 0; y < band.rows(); y++) {
                band.planes().get(0).readRow(y, row, 0);
                int to = 4 * spec.width() * (band.top() + y);
                for (int from = 0; from < row.length; from += channels, to += 4) {
                    System.arraycopy(row, from, rgba, to, 3);
                    rgba[to + 3] = channels == 4 ? row[from + 3] : (byte) 0xFF;
                }
            }
        }

        @Override
        public Bytes finish() {
            byte[] hash = ThumbHash.of(spec.width(), spec.height(), rgba);
            int color = DominantColor.of(rgba);
            byte[] encoded = new byte[COLOR_BYTES + hash.length];
            encoded[0] = (byte) (color >> 16);
            encoded[1] = (byte) (color >> 8);
            encoded[2] = (byte) color;
            System.arraycopy(hash, 0, encoded, COLOR_BYTES, hash.length);
            return Bytes.wrap(encoded);
        }

        @Override
        public void close() {
            charge.close();
        }
    }
}
