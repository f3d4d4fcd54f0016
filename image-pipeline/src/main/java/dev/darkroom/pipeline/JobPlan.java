package dev.darkroom.pipeline;

import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.PlannedVariant;
import dev.darkroom.core.SizePlan;
import dev.darkroom.spi.DecodeReport;
import java.time.Duration;
import java.util.List;

/**
 * What a job will make and what it takes.
 *
 * @param decoder name of the provider that will decode
 * @param report what it will decode to
 * @param longestEncode an estimate of the longest call of an encoder, during which the job cannot be stopped
 * @param memoryBytes the most the job will hold at once in pixels and working memory, the upload itself not counted
 */
public record JobPlan(SizePlan sizes, String decoder, DecodeReport report, Duration longestEncode, long memoryBytes) {
    public ImageInfo info() {
        return sizes.info();
    }

    public List<PlannedVariant> variants() {
        return sizes.variants();
    }
}
