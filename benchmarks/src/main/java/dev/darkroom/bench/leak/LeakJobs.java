package dev.darkroom.bench.leak;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Source;
import dev.darkroom.core.Stage;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.Publisher;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The jobs of the leak test, by their expected outcome, with the stage at which they must end. Jobs that complete end at
 * {@link Stage#NOTIFY}.
 */
public final class LeakJobs implements AutoCloseable {
    private static final Publisher KEPT = publisher(delivery -> new Publication("kept", Map.of(), Map.of()));
    private static final Publisher LOST = publisher(delivery -> {
        throw ImageException.refused("store", "the store refused on purpose");
    });

    private static final Duration TIME = Duration.ofMillis(10);

    /**
     * A job to run repeatedly, and the stages at which it may end. There can be several, because decoders detect missing bytes at different
     * stages.
     */
    public record LeakJob(Set<Stage> ends, Callable<Outcome> job) {}

    private final Map<String, LeakJob> kinds = new LinkedHashMap<>();
    private final List<Pipeline> pipelines = new ArrayList<>();

    /**
     * @param codecs the codecs of all pipelines
     */
    public LeakJobs(LeakUploads uploads, PipelineBuilder codecs) {
        PipelineBuilder base = codecs.variant(Variant.named("large").limit(320))
                .variant(Variant.named("small").limit(100))
                .encode(Encoding.jpeg());
        Pipeline good = keep(base.store(KEPT));
        Pipeline webp = keep(base.encode(Encoding.webp().effort(0)).store(KEPT));
        Pipeline png = keep(base.encode(Encoding.png()).store(KEPT));
        Pipeline narrow = keep(base.limits(Limits.untrusted().maxPixels(1000)).store(KEPT));
        Pipeline tiny = keep(base.limits(Limits.untrusted().maxBytes(1000)).store(KEPT));
        Pipeline breaking = keep(base.register(new FailingJpegEncoder()).store(KEPT));
        Pipeline lost = keep(base.store(LOST));
        add("jpeg to jpeg", Stage.NOTIFY, good, uploads.jpeg());
        add("jpeg to webp", Stage.NOTIFY, webp, uploads.jpeg());
        add("png to png", Stage.NOTIFY, png, uploads.png());
        add("webp to jpeg", Stage.NOTIFY, good, uploads.webp());
        kinds.put(
                "source broke off",
                new LeakJob(EnumSet.of(Stage.ADMIT), () -> good.process(LeakJobs::brokenOff, Map.of())));
        add("too many bytes", Stage.ADMIT, tiny, uploads.jpeg());
        add("no signature", Stage.IDENTIFY, good, uploads.text());
        add("too many pixels", Stage.PLAN, narrow, uploads.jpeg());
        broken("truncated JPEG", good, uploads.cutJpeg());
        broken("damaged JPEG", good, uploads.damagedJpeg());
        broken("truncated WebP", good, uploads.cutWebp());
        add("damaged PNG", Stage.DECODE, good, uploads.damagedPng());
        add("JPEG encoder broke", Stage.RENDER, breaking, uploads.jpeg());
        add("store refused", Stage.DELIVER, lost, uploads.jpeg());
        cancelled("cancelled before decode", Stage.PLAN, Stage.DECODE, base, uploads.jpeg());
        cancelled("cancelled before render", Stage.DECODE, Stage.RENDER, base, uploads.jpeg());
        late("too late to decode", Stage.PLAN, base, uploads.jpeg());
        late("too late to render", Stage.DECODE, base, uploads.jpeg());
    }

    /** The jobs by name, in the order in which to run them. */
    public Map<String, LeakJob> kinds() {
        return kinds;
    }

    @Override
    public void close() {
        pipelines.forEach(Pipeline::close);
    }

    private Pipeline keep(PipelineBuilder builder) {
        Pipeline pipeline = builder.build();
        pipelines.add(pipeline);
        return pipeline;
    }

    private void add(String name, Stage end, Pipeline pipeline, Bytes upload) {
        kinds.put(name, new LeakJob(EnumSet.of(end), () -> process(pipeline, upload)));
    }

    private static Outcome process(Pipeline pipeline, Bytes upload) {
        return pipeline.process(Source.of(upload), Map.of());
    }

    private void cancelled(String name, Stage after, Stage end, PipelineBuilder base, Bytes upload) {
        Canceller canceller = new Canceller(after);
        Pipeline pipeline = keep(base.listen(canceller).store(KEPT));
        kinds.put(name, new LeakJob(EnumSet.of(end), () -> canceller.run(pipeline, upload)));
    }

    private void broken(String name, Pipeline pipeline, Bytes upload) {
        kinds.put(name, new LeakJob(EnumSet.of(Stage.PLAN, Stage.DECODE), () -> process(pipeline, upload)));
    }

    /** Adds a job that exceeds its deadline after a stage. On a busy machine it may exceed the deadline earlier. */
    private void late(String name, Stage after, PipelineBuilder base, Bytes upload) {
        Pipeline pipeline = keep(base.limits(Limits.untrusted().deadline(TIME))
                .listen(new DelayingListener(after, TIME))
                .store(KEPT));
        kinds.put(name, new LeakJob(EnumSet.range(Stage.ADMIT, Stage.RENDER), () -> process(pipeline, upload)));
    }

    private static Bytes brokenOff(long maxBytes) throws ImageException {
        throw ImageException.unavailable("source", "the upload broke off on purpose", new IOException());
    }

    private static Publisher publisher(Publishing publishing) {
        return new Publisher() {
            @Override
            public String name() {
                return "leak";
            }

            @Override
            public Publication publish(Delivery delivery) throws ImageException {
                return publishing.publish(delivery);
            }
        };
    }

    private interface Publishing {
        Publication publish(Delivery delivery) throws ImageException;
    }
}
