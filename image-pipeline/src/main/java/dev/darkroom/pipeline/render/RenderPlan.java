package dev.darkroom.pipeline.render;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;
import dev.darkroom.core.Size;
import dev.darkroom.core.plan.Placement;
import dev.darkroom.core.plan.PlannedVariant;
import dev.darkroom.core.plan.SizePlan;
import dev.darkroom.pipeline.pixel.ToSrgb;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.spi.codec.Resize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The plan of all renderings of a job, the largest first. Each is resized from the smallest larger one that is at least twice its size in
 * both directions, or from the decoder's raster if there is none. Variants with equal placement and encoding share one rendering.
 *
 * @param placeholder the last of the renderings, or null if no placeholder is made
 * @param report the decoder's report
 * @param toSrgb conversion from the decoder's colours to sRGB
 * @param resampler provider of all resamplers of the job
 */
public record RenderPlan(
        List<Rendering> renderings,
        @Nullable Rendering placeholder,
        DecodeReport report,
        ToSrgb toSrgb,
        ResamplerProvider resampler) {
    private static final int CASCADE_FACTOR = 2;

    /**
     * The pipeline's settings for rendering.
     *
     * @param linearLight whether to resize in linear light
     * @param placeholder whether to make a placeholder too
     */
    public record Options(boolean linearLight, boolean placeholder) {}

    /** Finds the encoder of a format. */
    @FunctionalInterface
    public interface Encoders {
        EncoderProvider of(Format format) throws ImageException;
    }

    public static RenderPlan of(
            SizePlan sizes,
            DecodeReport report,
            Options options,
            ResamplerProvider resampler,
            Encoders encoders,
            Consumer<String> warnings)
            throws ImageException {
        ToSrgb toSrgb = ToSrgb.of(report.raster(), sizes.info().model(), warnings);
        boolean light = options.linearLight() && !report.raster().layout().isPlanar();
        if (options.linearLight() && !light) {
            warnings.accept("resized without linear light: the decoder gives YCbCr only");
        }
        List<Rendering> renderings = new ArrayList<>();
        List<PlannedVariant> largestFirst = sizes.variants().stream()
                .filter(variant -> !variant.rewrite())
                .sorted(Comparator.comparingLong(
                        variant -> -variant.placement().content().pixels()))
                .toList();
        for (PlannedVariant variant : largestFirst) {
            if (find(renderings, variant).isEmpty()) {
                EncoderProvider encoder =
                        encoders.of(variant.encoding().format().orElseThrow());
                renderings.add(rendering(variant, sizes.info(), report, encoder, resampler, light, renderings));
            }
        }
        Rendering placeholder = null;
        Optional<PlannedVariant> sketch = options.placeholder() ? PlaceholderEncoder.variant(sizes) : Optional.empty();
        if (sketch.isPresent()) {
            EncoderProvider encoder = PlaceholderEncoder.INSTANCE;
            placeholder = rendering(sketch.get(), sizes.info(), report, encoder, resampler, light, renderings);
            renderings.add(placeholder);
        }
        return new RenderPlan(List.copyOf(renderings), placeholder, report, toSrgb, resampler);
    }

    /** The rendering of a variant that is not a rewrite. */
    public Rendering renderingOf(PlannedVariant variant) {
        return find(renderings, variant).orElseThrow();
    }

    private static Optional<Rendering> find(List<Rendering> renderings, PlannedVariant variant) {
        return renderings.stream()
                .filter(r -> r.placement().equals(variant.placement())
                        && r.encoding().equals(variant.encoding()))
                .findFirst();
    }

    private static Rendering rendering(
            PlannedVariant variant,
            ImageInfo info,
            DecodeReport report,
            EncoderProvider encoder,
            ResamplerProvider resampler,
            boolean light,
            List<Rendering> larger) {
        Placement placement = variant.placement();
        Encoding encoding = variant.encoding();
        Rendering parent = parent(placement, larger);
        RasterSpec source = parent == null ? report.raster() : parent.upright();
        boolean needsRgb = placement.padded();
        Layout resized = resizedLayout(source.layout(), encoder.layouts(encoding), needsRgb);
        RasterSpec target = new RasterSpec(placement.content(), resized, source.color());
        Layout uprightLayout =
                resized.isPlanar() && (needsRgb || !encoder.layouts(encoding).contains(resized)) ? Layout.RGB : resized;
        RasterSpec upright = new RasterSpec(placement.content(), uprightLayout, ColorEncoding.SRGB);
        RasterSpec finished = new RasterSpec(
                placement.canvas(),
                finishedLayout(uprightLayout, encoder.layouts(encoding), placement),
                ColorEncoding.SRGB);
        Resize resize = parent == null
                ? new Resize(source, decodedRegion(placement, info, report), info.orientation(), target, light)
                : new Resize(source, Region.all(parent.placement().content()), Orientation.NORMAL, target, light);
        return new Rendering(
                placement, encoding, parent, resize, upright, finished, encoder, resampler.peakBytes(resize));
    }

    private static Region decodedRegion(Placement placement, ImageInfo info, DecodeReport report) {
        Region stored = info.orientation().toStored(placement.crop(), info.stored());
        double scale = report.scale();
        return new Region(stored.left() * scale, stored.top() * scale, stored.width() * scale, stored.height() * scale);
    }

    private static @Nullable Rendering parent(Placement placement, List<Rendering> larger) {
        Size size = placement.content();
        Rendering smallest = null;
        for (Rendering candidate : larger) {
            Size other = candidate.placement().content();
            if (candidate.placement().crop().equals(placement.crop())
                    && other.width() >= (long) CASCADE_FACTOR * size.width()
                    && other.height() >= (long) CASCADE_FACTOR * size.height()) {
                smallest = candidate;
            }
        }
        return smallest;
    }

    /**
     * If the encoder takes planar YCbCr and nothing needs RGB, YCbCr is resized in the encoder's own layout. Otherwise it is resized at
     * full chroma resolution.
     */
    private static Layout resizedLayout(Layout source, List<Layout> taken, boolean needsRgb) {
        if (!source.isPlanar()) {
            return source;
        }
        return taken.stream()
                .filter(layout -> layout.isPlanar() && !needsRgb)
                .findFirst()
                .orElse(Layout.YCBCR_444);
    }

    private static Layout finishedLayout(Layout upright, List<Layout> taken, Placement placement) {
        if (placement.padded()) {
            return taken.contains(Layout.RGBA) ? Layout.RGBA : Layout.RGB;
        }
        return taken.contains(upright) ? upright : Layout.RGB;
    }

    /** An estimate of the longest call of an encoder. Zero if there is no encoder. */
    public Duration longestEncode() {
        return renderings.stream()
                .map(Rendering::longestStep)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The most bytes that decoding, resizing and encoding hold at once if the variants are encoded one after the other. */
    public long memoryBytes() {
        long step = 0;
        for (Rendering rendering : renderings) {
            step = Math.max(step, Math.max(laterResizeBytes(rendering), rendering.encodeBytes()));
        }
        return Math.max(decodingBytes(), rasterBytes() + step);
    }

    /** The most bytes held at once if all variants are encoded in parallel while a smaller one is resized. */
    public long sideBySideBytes() {
        long resizing = 0;
        long encoding = 0;
        for (Rendering rendering : renderings) {
            resizing = Math.max(resizing, laterResizeBytes(rendering));
            encoding += rendering.encodeBytes();
        }
        return Math.max(decodingBytes(), rasterBytes() + resizing + encoding);
    }

    private long decodingBytes() {
        long bytes = report.peakBytes();
        for (Rendering rendering : renderings) {
            if (rendering.isRoot()) {
                bytes += Raster.bytes(rendering.resize().target()) + rendering.resizeBytes();
            }
        }
        return bytes;
    }

    private long rasterBytes() {
        return renderings.stream().mapToLong(Rendering::rasterBytes).sum();
    }

    /** Bytes for the resize of a rendering that is not resized while decoding; zero for a root. */
    private static long laterResizeBytes(Rendering rendering) {
        return rendering.isRoot() ? 0 : rendering.resizeBytes();
    }
}
