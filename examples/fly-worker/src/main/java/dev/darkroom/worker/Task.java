package dev.darkroom.worker;

import dev.darkroom.cdn.CdnPublisher;
import dev.darkroom.cdn.RefPublisher;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.RunningJob;
import dev.darkroom.pipeline.store.ArchivePublisher;
import dev.darkroom.pipeline.store.StoreSource;
import dev.darkroom.spi.delivery.ObjectStore;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** The job of the worker: it reads the original from the staging bucket, publishes to the CDN and the archive, and then writes the ref. */
final class Task {
    private final Map<String, String> env;
    final Pipeline pipeline;
    final CdnPublisher cdn;
    final ObjectStore staging;
    final RefPublisher ref;

    /**
     * @throws IllegalArgumentException if a variable is missing or malformed, or if variables contradict each other
     */
    Task(Services services) throws ImageException {
        this.env = services.env;
        Stream.of(WorkerVariable.values()).forEach(variable -> variable.in(env));
        this.staging = services.bucket(WorkerVariable.R2_BUCKET);
        this.cdn = services.cdn();
        ArchivePublisher archive = archive(services.bucket(WorkerVariable.ARCHIVE_BUCKET));
        this.ref = new RefPublisher(staging, refKey(env), cdn, archive.name());
        this.pipeline = Pipeline.builder()
                .variants(Variant.parseList(WorkerVariable.VARIANTS.in(env)).stream()
                        .map(Variant::onlyIfLarger)
                        .toList())
                .variant(Variant.rewritten("original").onlyUpTo(WorkerVariable.MAX_ORIGINAL_DIMENSION.number(env)))
                .limits(Limits.untrusted()
                        .maxBytes(WorkerVariable.MAX_FILE_SIZE.number(env))
                        .maxPixels(WorkerVariable.MAX_PIXELS.number(env))
                        .deadline(Duration.ofSeconds(80)))
                .encode(Encoding.parse(WorkerVariable.OUTPUT_FORMAT.in(env))
                        .quality(WorkerVariable.QUALITY.number(env)))
                .store(cdn, archive)
                .store(ref)
                .listen(services.listener())
                .build();
    }

    static String refKey(Map<String, String> env) {
        return env.getOrDefault(WorkerVariable.INPUT_R2_KEY.name(), "") + ".ref.json";
    }

    RunningJob start() {
        Map<String, String> attributes = Map.of(
                CdnPublisher.ORIGINAL_FILENAME, WorkerVariable.INPUT_FILE_NAME.in(env),
                CdnPublisher.IPFS_CID, WorkerVariable.INPUT_CID.in(env),
                RefPublisher.ORIGINAL_SIZE, WorkerVariable.INPUT_FILE_SIZE.in(env));
        Source upload = new StoreSource(staging, WorkerVariable.INPUT_R2_KEY.in(env));
        RunningJob job = pipeline.submit(ref.unlessPublished(attributes, upload), attributes);
        pipeline.warmUp();
        return job;
    }

    private ArchivePublisher archive(ObjectStore bucket) {
        Map<String, String> metadata = Map.of(
                "original-r2-key", WorkerVariable.INPUT_R2_KEY.in(env),
                "batch-id", WorkerVariable.BATCH_ID.in(env),
                "task-id", WorkerVariable.TASK_ID.in(env),
                "ipfs-cid", WorkerVariable.INPUT_CID.in(env));
        return new ArchivePublisher(
                bucket,
                WorkerVariable.INPUT_FILE_NAME.in(env),
                ArchivePublisher.Collision.named(WorkerVariable.ARCHIVE_COLLISION.in(env)),
                metadata);
    }
}
