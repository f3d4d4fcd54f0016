package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Source;
import dev.darkroom.core.Stage;

/** Stage 1: reads the source once, under the byte limit. */
final class Admit {
    private final Limits limits;

    Admit(Limits limits) {
        this.limits = limits;
    }

    Bytes read(Source source, JobProgress job) throws ImageException {
        return job.in(Stage.ADMIT, () -> source.read(limits.maxBytes()));
    }
}
