package dev.darkroom.worker;

import static dev.darkroom.worker.WorkerVariable.ARCHIVE_BUCKET;
import static dev.darkroom.worker.WorkerVariable.ARCHIVE_COLLISION;
import static dev.darkroom.worker.WorkerVariable.BATCH_ID;
import static dev.darkroom.worker.WorkerVariable.INPUT_CID;
import static dev.darkroom.worker.WorkerVariable.INPUT_FILE_NAME;
import static dev.darkroom.worker.WorkerVariable.INPUT_FILE_SIZE;
import static dev.darkroom.worker.WorkerVariable.INPUT_R2_KEY;
import static dev.darkroom.worker.WorkerVariable.MAX_FILE_SIZE;
import static dev.darkroom.worker.WorkerVariable.MAX_ORIGINAL_DIMENSION;
import static dev.darkroom.worker.WorkerVariable.MAX_PIXELS;
import static dev.darkroom.worker.WorkerVariable.OUTPUT_FORMAT;
import static dev.darkroom.worker.WorkerVariable.QUALITY;
import static dev.darkroom.worker.WorkerVariable.R2_BUCKET;
import static dev.darkroom.worker.WorkerVariable.TASK_ID;
import static dev.darkroom.worker.WorkerVariable.VARIANTS;

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
import dev.darkroom.pipeline.store.ArchivePublisher.Collision;
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
        this.staging = services.bucket(R2_BUCKET);
        this.cdn = services.cdn();
        ArchivePublisher archive = archive(services.bucket(ARCHIVE_BUCKET));
        this.ref = new RefPublisher(staging, refKey(env), cdn, archive.name());
        this.pipeline = Pipeline.builder()
                .variants(Variant.parseList(VARIANTS.in(env)).stream()
                        .map(Variant::onlyIfLarger)
                        .toList())
                .variant(Variant.rewritten("original").onlyUpTo(MAX_ORIGINAL_DIMENSION.number(env)))
                .limits(Limits.untrusted()
                        .maxBytes(MAX_FILE_SIZE.number(env))
                        .maxPixels(MAX_PIXELS.number(env))
                        .deadline(Duration.ofSeconds(80)))
                .encode(Encoding.parse(OUTPUT_FORMAT.in(env)).quality(QUALITY.number(env)))
                .store(cdn, archive)
                .store(ref)
                .listen(services.listener())
                .build();
    }

    static String refKey(Map<String, String> env) {
        return env.getOrDefault(INPUT_R2_KEY.name(), "") + ".ref.json";
    }

    RunningJob start() {
        Map<String, String> attributes = Map.of(
                CdnPublisher.ORIGINAL_FILENAME, INPUT_FILE_NAME.in(env),
                CdnPublisher.IPFS_CID, INPUT_CID.in(env),
                RefPublisher.ORIGINAL_SIZE, INPUT_FILE_SIZE.in(env));
        Source upload = new StoreSource(staging, INPUT_R2_KEY.in(env));
        RunningJob job = pipeline.submit(ref.unlessPublished(attributes, upload), attributes);
        pipeline.warmUp();
        return job;
    }

    private ArchivePublisher archive(ObjectStore bucket) {
        Map<String, String> metadata = Map.of(
                "original-r2-key", INPUT_R2_KEY.in(env),
                "batch-id", BATCH_ID.in(env),
                "task-id", TASK_ID.in(env),
                "ipfs-cid", INPUT_CID.in(env));
        return new ArchivePublisher(
                bucket, INPUT_FILE_NAME.in(env), Collision.named(ARCHIVE_COLLISION.in(env)), metadata);
    }
}
