package dev.darkroom.core.plan;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Size;
import dev.darkroom.core.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The variants to produce from a picture. The plan is a pure function of the picture's info, the variants and the limits.
 *
 * @param variants the planned variants in the given order; never empty
 * @param smallestRaster the smallest stored size to decode to so that no variant has to be enlarged; 1 x 1 if all are rewrites
 */
public record SizePlan(ImageInfo info, List<PlannedVariant> variants, Size smallestRaster) {
    /**
     * Plans the variants. If no variant applies, the plan contains the variant of the largest size, so that there is always one.
     *
     * @param fallback the encoding for variants without an encoding
     * @throws ImageException {@link Failure.OverLimit} when the info exceeds the limits
     */
    public static SizePlan of(ImageInfo info, List<Variant> variants, Encoding fallback, Limits limits)
            throws ImageException {
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("there is no variant to plan");
        }
        limits.check(info);
        List<PlannedVariant> planned = new ArrayList<>();
        for (Variant variant : variants) {
            if (applies(variant, info)) {
                planned.add(plan(variant, info, fallback));
            }
        }
        if (planned.isEmpty()) {
            planned.add(plan(largest(variants), info, fallback));
        }
        return new SizePlan(info, List.copyOf(planned), smallestRaster(info, planned));
    }

    private static boolean applies(Variant variant, ImageInfo info) {
        Size content = Placement.of(variant.sizing(), info.displayed()).content();
        return variant.applies(info, !content.equals(info.displayed()));
    }

    private static PlannedVariant plan(Variant variant, ImageInfo info, Encoding fallback) {
        Encoding encoding = variant.encoding().orElse(fallback).resolve(info);
        return new PlannedVariant(
                variant.name(), Placement.of(variant.sizing(), info.displayed()), encoding, variant.isRewrite());
    }

    /** The largest of the newly encoded variants, or of all if there are none: a rewrite was left out because it is too large. */
    private static Variant largest(List<Variant> variants) {
        Size huge = new Size(Integer.MAX_VALUE / 2, Integer.MAX_VALUE / 2);
        List<Variant> encoded = variants.stream().filter(v -> !v.isRewrite()).toList();
        return (encoded.isEmpty() ? variants : encoded)
                .stream()
                        .max(Comparator.comparingLong(
                                v -> Placement.of(v.sizing(), huge).content().pixels()))
                        .orElseThrow();
    }

    private static Size smallestRaster(ImageInfo info, List<PlannedVariant> planned) {
        Size displayed = info.displayed();
        int width = 1;
        int height = 1;
        for (PlannedVariant variant : planned) {
            if (!variant.rewrite()) {
                Placement place = variant.placement();
                width = Math.max(
                        width,
                        fullSide(
                                displayed.width(),
                                place.content().width(),
                                place.crop().width()));
                height = Math.max(
                        height,
                        fullSide(
                                displayed.height(),
                                place.content().height(),
                                place.crop().height()));
            }
        }
        return info.orientation().apply(new Size(width, height));
    }

    /** The side of the complete picture at the scale that shows {@code crop} of it as {@code content} pixels. */
    private static int fullSide(int side, int content, double crop) {
        return (int) Math.min(side, Math.ceil(side * (content / crop) - 1e-6));
    }
}
