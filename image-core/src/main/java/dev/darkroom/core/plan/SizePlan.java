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
 * What will be made of a picture: a pure function of its info, the variants and the limits.
 *
 * @param variants in the order they were given; never empty
 * @param smallestRaster the smallest stored size to decode to that serves every variant without enlarging; 1 x 1 if all are rewrites
 */
public record SizePlan(ImageInfo info, List<PlannedVariant> variants, Size smallestRaster) {
    /**
     * Plans. Where no variant applies, the one of the largest size is made all the same, so that there is always one.
     *
     * @param fallback the encoding of variants that name none
     * @throws ImageException {@link Failure.OverLimit} when the info is over the limits
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

    /** Of the newly encoded ones if there are any: the others were left out for being too large. */
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
                        whole(
                                displayed.width(),
                                place.content().width(),
                                place.crop().width()));
                height = Math.max(
                        height,
                        whole(
                                displayed.height(),
                                place.content().height(),
                                place.crop().height()));
            }
        }
        return info.orientation().apply(new Size(width, height));
    }

    /** The whole picture's side at the scale that shows {@code crop} of it as {@code content} pixels. */
    private static int whole(int side, int content, double crop) {
        return (int) Math.min(side, Math.ceil(side * (content / crop) - 1e-6));
    }
}
