package dev.darkroom.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.crash.upload.ServletInMemory;
import dev.darkroom.crash.upload.UploadStep;
import dev.darkroom.crash.worker.WorkerInMemory;
import dev.darkroom.crash.worker.WorkerPreconditions;
import dev.darkroom.crash.worker.WorkerStep;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that the rules detect planted faults. */
class PlantedFaultTest {
    private static final int SEEDS = 12;

    /** A correct store in which a test overrides single methods to plant a fault. */
    private static class Planted implements ObjectStore {
        final ObjectStore right;

        Planted(ObjectStore right) {
            this.right = right;
        }

        @Override
        public String name() {
            return right.name();
        }

        @Override
        public String path(String key) {
            return right.path(key);
        }

        @Override
        public Optional<StoredObject> get(String key, long maxBytes) throws ImageException {
            return right.get(key, maxBytes);
        }

        @Override
        public Optional<ObjectHead> head(String key) throws ImageException {
            return right.head(key);
        }

        @Override
        public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
            return right.put(key, content, options);
        }

        @Override
        public PutResult copy(String from, String to, PutOptions options) throws ImageException {
            return right.copy(from, to, options);
        }

        @Override
        public void delete(String key) throws ImageException {
            right.delete(key);
        }

        @Override
        public void close() {
            right.close();
        }
    }

    @Test
    void aRefThatIsWrittenBeforeItsAssetIsCaught() {
        assertThat(ofWorker(WorkerStep.REGISTER, FaultKind.KILL, new WorkerInMemory(bucket -> new Planted(bucket) {
                    @Override
                    public Optional<StoredObject> get(String key, long maxBytes) throws ImageException {
                        Optional<StoredObject> found = super.get(key, maxBytes);
                        if (key.equals(WorkerPreconditions.KEY)) {
                            String ref = "{\"url\":\"http://cdn.example/asset/SOON\"}";
                            put(WorkerPreconditions.REF, bytes(ref), PutOptions.contentType("application/json"));
                        }
                        return found;
                    }
                })))
                .contains("the ref's asset SOON exists");
    }

    @Test
    void anArchiveThatOverwritesIsCaught() {
        assertThat(ofWorker(
                        WorkerStep.LOOK_INTO_ARCHIVE,
                        FaultKind.WRONG_ETAG,
                        new WorkerInMemory(bucket -> new Planted(bucket) {
                            @Override
                            public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
                                return super.put(key, content, PutOptions.contentType(options.contentType()));
                            }
                        })))
                .contains("the archived original sunset.jpg is unchanged");
    }

    @Test
    void anOriginalThatIsArchivedInPartIsCaught() {
        assertThat(ofWorker(
                        WorkerStep.CALL_BACK, FaultKind.FORBIDDEN, new WorkerInMemory(bucket -> new Planted(bucket) {
                            @Override
                            public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
                                boolean whole = key.endsWith(".json");
                                return super.put(key, whole ? content : half(content), options);
                            }
                        })))
                .contains("equals the upload")
                .contains("a success names an archived original");
    }

    @Test
    void aManifestThatComesBeforeItsVariantsIsCaught() throws Exception {
        try (ServletInMemory servlet = new ServletInMemory(store -> new Planted(store) {
            private final List<Runnable> later = new ArrayList<>();

            @Override
            public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
                if (key.endsWith("/lg.webp") && later.isEmpty()) {
                    later.add(() -> {});
                    return new PutResult.Stored("later");
                }
                later.clear();
                return super.put(key, content, options);
            }
        })) {
            assertThat(broken(servlet, UploadStep.COPY_TO_NAME, FaultKind.KILL)).contains("has its exact bytes");
        }
    }

    @Test
    void anUploadThatIsDeletedBeforeItIsToldIsCaught() {
        assertThat(ofWorker(WorkerStep.CALL_BACK, FaultKind.REFUSED, new WorkerInMemory(bucket -> new Planted(bucket) {
                    @Override
                    public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
                        PutResult stored = super.put(key, content, options);
                        if (key.equals(WorkerPreconditions.REF)) {
                            delete(WorkerPreconditions.KEY);
                        }
                        return stored;
                    }
                })))
                .contains("an upload is deleted from staging only after it is archived and the callback is accepted");
    }

    @Test
    void aSecondSuccessIsCaught() {
        assertThat(ofWorker(
                        WorkerStep.DELETE_STAGING,
                        FaultKind.FORBIDDEN,
                        new WorkerInMemory(bucket -> new Planted(bucket) {
                            private final Set<Thread> seen = new HashSet<>();

                            @Override
                            public Optional<StoredObject> get(String key, long maxBytes) throws ImageException {
                                boolean first = key.equals(WorkerPreconditions.REF) && seen.add(Thread.currentThread());
                                return first ? Optional.empty() : super.get(key, maxBytes);
                            }
                        })))
                .contains("all successes have the same data");
    }

    @Test
    void aRunWithoutACallbackIsCaught() {
        assertThat(new Invariants("after").ofRun(0, 0, true, 0).broken()).hasSize(1);
        assertThat(new Invariants("after").ofRun(0, 3, false, 0).broken()).hasSize(1);
    }

    @Test
    void anAcknowledgementOfWhatIsNotThereIsCaught() throws Exception {
        try (ServletInMemory servlet = new ServletInMemory(store -> new Planted(store) {
            @Override
            public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
                boolean manifest = key.endsWith("/manifest.json");
                return manifest ? new PutResult.Stored("said") : super.put(key, content, options);
            }
        })) {
            assertThat(broken(servlet, UploadStep.CHECK_MANIFEST, FaultKind.SERVER_ERROR))
                    .contains("the acknowledged upload is the current one");
        }
    }

    private static String ofWorker(WorkerStep step, FaultKind fault, WorkerInMemory worker) {
        try (worker) {
            return broken(worker, step, fault);
        }
    }

    private static String broken(SystemUnderTest subject, RequestStep step, FaultKind fault) {
        StringBuilder all = new StringBuilder();
        for (long seed = 1; seed <= SEEDS; seed++) {
            CrashMatrix.verdict(subject, new CrashCase(step, fault, seed))
                    .violations()
                    .forEach(line -> all.append(line).append('\n'));
        }
        return all.toString();
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes half(Bytes content) {
        byte[] all = content.toArray();
        return Bytes.wrap(Arrays.copyOf(all, all.length / 2));
    }
}
