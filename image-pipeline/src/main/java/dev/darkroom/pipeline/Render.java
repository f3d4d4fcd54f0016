package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.PlannedVariant;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Stage;
import dev.darkroom.spi.Rewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Stage 5: turns decoded pixels into renditions, and the source into its cleaned copy. */
final class Render {
    private final Registry registry;
    private final Rewriter.Keep keep;

    Render(Registry registry, Rewriter.Keep keep) {
        this.registry = registry;
        this.keep = keep;
    }

    /** One rendition per planned variant, in the plan's order. */
    List<Rendition> render(Bytes source, JobPlan plan, Decoded decoded, Job job) throws ImageException {
        return job.in(Stage.RENDER, () -> {
            Map<Rendering, Bytes> encoded = encodeAll(decoded, job);
            List<Rendition> renditions = new ArrayList<>();
            for (PlannedVariant variant : plan.variants()) {
                if (variant.rewrite()) {
                    renditions.add(rewrite(variant, source, plan));
                } else {
                    Bytes bytes =
                            Objects.requireNonNull(encoded.get(decoded.plan().renderingOf(variant)));
                    Format format = variant.encoding().format().orElseThrow();
                    renditions.add(new Rendition(variant.name(), format, variant.size(), bytes));
                }
            }
            return List.copyOf(renditions);
        });
    }

    private Rendition rewrite(PlannedVariant variant, Bytes source, JobPlan plan) throws ImageException {
        Format format = plan.info().format();
        Bytes bytes = registry.rewriter(format).rewrite(format, source, keep);
        return new Rendition(variant.name(), format, variant.size(), bytes);
    }

    private static Map<Rendering, Bytes> encodeAll(Decoded decoded, Job job) throws ImageException {
        Map<Rendering, Bytes> encoded = new HashMap<>();
        try (Uprights uprights = new Uprights(decoded, job.deadline())) {
            for (Rendering rendering : decoded.plan().renderings()) {
                encoded.put(
                        rendering, Encode.encode(rendering, uprights.of(rendering), decoded.memory(), job.deadline()));
            }
        }
        return encoded;
    }
}
