package dev.darkroom.pipeline;

import dev.darkroom.core.Format;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Size;
import dev.darkroom.core.plan.PlannedVariant;
import dev.darkroom.core.plan.SizePlan;
import dev.darkroom.spi.codec.DecodeReport;
import java.time.Duration;
import java.util.List;

/**
 * The plan of a job: the variants it will make and the resources it needs.
 *
 * @param info facts from the source's header
 * @param variants in the order in which they were given; never empty
 * @param decoder name of the provider that will decode
 * @param report the decoder's report: the raster it will deliver
 * @param longestEncode an estimate of the longest call of an encoder, during which the job cannot be stopped
 * @param memoryBytes the most bytes of pixels and working memory that the job will hold at once, without the upload itself
 */
public record JobPlan(
        ImageInfo info,
        List<Variant> variants,
        String decoder,
        DecodeReport report,
        Duration longestEncode,
        long memoryBytes) {
    static JobPlan of(SizePlan sizes, String decoder, DecodeReport report, Duration longestEncode, long memoryBytes) {
        List<Variant> variants = sizes.variants().stream()
                .map(variant -> Variant.of(variant, sizes.info().format()))
                .toList();
        return new JobPlan(sizes.info(), variants, decoder, report, longestEncode, memoryBytes);
    }

    /**
     * One variant as it will be made.
     *
     * @param size in pixels, after orientation, with padding
     * @param rewrite whether the variant is the cleaned source itself instead of newly encoded pixels
     */
    public record Variant(String name, Format format, Size size, boolean rewrite) {
        private static Variant of(PlannedVariant planned, Format source) {
            Format format =
                    planned.rewrite() ? source : planned.encoding().format().orElseThrow();
            return new Variant(planned.name(), format, planned.size(), planned.rewrite());
        }
    }
}
