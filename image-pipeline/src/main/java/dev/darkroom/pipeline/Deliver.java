package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Stage;
import dev.darkroom.pipeline.resource.PipelineThreads;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.Publisher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Stage 6: runs the publishers. The publishers of one {@code store} call run in parallel. Those of the next call start when all of them
 * have succeeded. Publishers of the first call that need only the source start as soon as the plan is made. All of them end before the job
 * does, with or without success.
 */
final class Deliver {
    private static final Rendered NOTHING = new Rendered(List.of(), Optional.empty());

    private final List<List<Publisher>> stores;
    private final PipelineThreads workers;

    Deliver(List<List<Publisher>> stores, PipelineThreads workers) {
        this.stores = stores;
        this.workers = workers;
    }

    JobDelivery open(Bytes source, ImageInfo info, JobProgress job) {
        return new JobDelivery(source, info, job);
    }

    /** The deliveries of one job. */
    final class JobDelivery implements AutoCloseable {
        private final Bytes source;
        private final ImageInfo info;
        private final JobProgress job;
        private final Map<Publisher, CompletableFuture<PublisherResult>> early = new LinkedHashMap<>();
        private boolean delivered;

        private JobDelivery(Bytes source, ImageInfo info, JobProgress job) {
            this.source = source;
            this.info = info;
            this.job = job;
        }

        void startSourceOnly() {
            for (Publisher publisher : stores.isEmpty() ? List.<Publisher>of() : stores.get(0)) {
                if (publisher.sourceOnly()) {
                    early.put(publisher, start(publisher, NOTHING, List.of()));
                }
            }
        }

        List<Publication> deliver(Rendered rendered) throws ImageException {
            return job.in(Stage.DELIVER, () -> {
                List<Publication> publications = new ArrayList<>();
                for (List<Publisher> group : stores) {
                    List<Publication> earlier = List.copyOf(publications);
                    List<CompletableFuture<PublisherResult>> running = begin(group, rendered, earlier);
                    delivered = true;
                    publications.addAll(all(running, publications));
                }
                return List.copyOf(publications);
            });
        }

        /**
         * Starts all publishers of a group. If a publisher that was started early has failed already, starts no others: a CDN need not keep
         * an asset that nothing will refer to.
         */
        private List<CompletableFuture<PublisherResult>> begin(
                List<Publisher> group, Rendered rendered, List<Publication> earlier) {
            if (job.hasAnyPublisherFailed()) {
                return List.copyOf(early.values());
            }
            List<CompletableFuture<PublisherResult>> running = new ArrayList<>();
            for (Publisher publisher : group) {
                CompletableFuture<PublisherResult> started = early.get(publisher);
                running.add(started != null ? started : start(publisher, rendered, earlier));
            }
            return running;
        }

        /**
         * If the job failed before delivery, waits for the publishers that were started early, so that none of them runs on after the
         * outcome.
         */
        @Override
        public void close() {
            if (!delivered) {
                for (CompletableFuture<PublisherResult> started : early.values()) {
                    PublisherResult ended = started.join();
                    job.leave(ended.publication().references().values());
                    if (ended.failure() != null) {
                        job.leave(ended.failure().leftBehind());
                    }
                }
            }
        }

        private CompletableFuture<PublisherResult> start(
                Publisher publisher, Rendered rendered, List<Publication> earlier) {
            Delivery delivery = new Delivery(
                    job.id(),
                    job.attributes(),
                    source,
                    info,
                    rendered.renditions(),
                    rendered.placeholder(),
                    earlier,
                    job.deadline());
            return workers.submit(() -> publish(publisher, delivery));
        }

        private PublisherResult publish(Publisher publisher, Delivery delivery) {
            return PublisherResult.by(publisher, delivery, job);
        }

        private List<Publication> all(List<CompletableFuture<PublisherResult>> running, List<Publication> before)
                throws ImageException {
            List<PublisherResult> ended =
                    running.stream().map(CompletableFuture::join).toList();
            List<Publication> succeeded = new ArrayList<>();
            List<String> left = new ArrayList<>();
            PublisherResult failed = null;
            before.forEach(publication -> left.addAll(publication.references().values()));
            for (PublisherResult one : ended) {
                if (one.failure() == null) {
                    succeeded.add(one.publication());
                    left.addAll(one.publication().references().values());
                } else {
                    left.addAll(one.failure().leftBehind());
                    failed = failed == null ? one : failed;
                }
            }
            if (failed != null && failed.failure() != null) {
                job.failedAt(failed.publication().publisher());
                throw failed.failure().withLeftBehind(left);
            }
            return succeeded;
        }
    }
}
