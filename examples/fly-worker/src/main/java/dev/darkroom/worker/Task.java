package dev.darkroom.worker;

import dev.darkroom.cdn.CdnPublisher;
import dev.darkroom.cdn.RefPublisher;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.pipeline.PipelineListener;
import dev.darkroom.pipeline.RunningJob;
import dev.darkroom.pipeline.store.ArchivePublisher;
import dev.darkroom.pipeline.store.StoreSource;
import dev.darkroom.pipeline.store.Stores;
import dev.darkroom.spi.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The worker's job, composed of the library: staging bucket to CDN and archive, then the ref. */
final class Task implements AutoCloseable {
    static final String REF = ".ref.json";

    private final Map<String, String> env;
    private final ObjectStore staging;
    private final ObjectStore archive;
    private final RefPublisher ref;
    private final Pipeline pipeline;

    /**
     * @param env checked by {@link Variable#check}
     * @param done told when the ref is written
     */
    Task(Map<String, String> env, Consumer<Publication> done) throws ImageException {
        this.env = env;
        this.staging = open(Variable.R2_BUCKET);
        this.archive = open(Variable.ARCHIVE_BUCKET);
        CdnPublisher cdn = CdnPublisher.builder(URI.create(Variable.CDN_API_URL.in(env)))
                .publicUrl(URI.create(Variable.CDN_PUBLIC_URL.in(env)))
                .build();
        ArchivePublisher archived = new ArchivePublisher(
                archive,
                Variable.INPUT_FILE_NAME.in(env),
                ArchivePublisher.Collision.named(Variable.ARCHIVE_COLLISION.in(env)),
                metadata());
        this.ref = new RefPublisher(staging, Variable.INPUT_R2_KEY.in(env) + REF, cdn, archived.name());
        this.pipeline = variants(Pipeline.builder())
                .limits(Limits.untrusted()
                        .maxBytes(Variable.MAX_FILE_SIZE.number(env))
                        .maxPixels(Variable.MAX_PIXELS.number(env))
                        .deadline(Duration.ofSeconds(80)))
                .encode(encoding().quality((int) Variable.QUALITY.number(env)))
                .store(cdn, archived)
                .store(ref)
                .listen(new Log(env))
                .listen(event -> {
                    if (event instanceof PipelineListener.Published published
                            && published.publication().publisher().equals(ref.name())) {
                        done.accept(published.publication());
                    }
                })
                .build();
    }

    /** What an earlier run of this task finished, if its asset is still served. */
    Optional<Publication> finishedBefore() throws ImageException {
        return ref.published();
    }

    RunningJob start() {
        Map<String, String> attributes = Map.of(
                CdnPublisher.ORIGINAL_FILENAME, Variable.INPUT_FILE_NAME.in(env),
                CdnPublisher.IPFS_CID, Variable.INPUT_CID.in(env),
                RefPublisher.ORIGINAL_SIZE, Variable.INPUT_FILE_SIZE.in(env));
        return pipeline.submit(new StoreSource(staging, Variable.INPUT_R2_KEY.in(env)), attributes);
    }

    void deleteStaging() throws ImageException {
        staging.delete(Variable.INPUT_R2_KEY.in(env));
    }

    private PipelineBuilder variants(PipelineBuilder builder) {
        PipelineBuilder all = builder;
        for (String variant : Variable.VARIANTS.in(env).split(",")) {
            String[] nameAndSide = variant.split("=");
            int side = Integer.parseInt(nameAndSide[1]);
            all = all.variant(Variant.named(nameAndSide[0]).limit(side).onlyIfLarger());
        }
        int longest = (int) Variable.MAX_ORIGINAL_DIMENSION.number(env);
        return all.variant(Variant.rewritten("original").onlyUpTo(longest));
    }

    private Encoding encoding() {
        return switch (Variable.OUTPUT_FORMAT.in(env)) {
            case "jpeg" -> Encoding.jpeg();
            case "webp" -> Encoding.webp();
            case "png" -> Encoding.png();
            default -> Encoding.source();
        };
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>(Map.of(
                "original-r2-key", Variable.INPUT_R2_KEY.in(env),
                "batch-id", Variable.BATCH_ID.in(env),
                "task-id", Variable.TASK_ID.in(env)));
        if (!Variable.INPUT_CID.in(env).isEmpty()) {
            metadata.put("ipfs-cid", Variable.INPUT_CID.in(env));
        }
        return metadata;
    }

    private ObjectStore open(Variable bucket) throws ImageException {
        Map<String, String> settings = new HashMap<>(env);
        settings.put("R2_ENDPOINT", Variable.R2_ENDPOINT.in(env));
        return Stores.open("r2://" + Variable.R2_ACCOUNT_ID.in(env) + "/" + bucket.in(env), settings);
    }

    @Override
    public void close() {
        pipeline.close();
        staging.close();
        archive.close();
    }
}
