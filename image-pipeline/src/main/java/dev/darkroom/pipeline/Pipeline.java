package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.pipeline.render.Decoded;
import dev.darkroom.pipeline.resource.CoreBudget;
import dev.darkroom.pipeline.resource.MemoryBudget;
import dev.darkroom.pipeline.resource.PipelineThreads;
import dev.darkroom.spi.codec.Inspector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An image pipeline: turns untrusted pictures into renditions for the web. Immutable and thread-safe. Made by {@link #builder()}. A service
 * keeps one for its lifetime and closes it at the end. The pipeline does not close the publishers and stores that it is given; their owner
 * does.
 */
public final class Pipeline implements AutoCloseable {
    private final Admit admit;
    private final Identify identify;
    private final Plan plan;
    private final Decode decode;
    private final Render render;
    private final Deliver deliver;
    private final Notify notify;

    private final PipelineBuilder settings;
    private final Registry registry;
    private final MemoryBudget budget;
    private final CoreBudget cores;
    private final PipelineThreads workers;
    private final Set<JobProgress> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Pipeline(PipelineBuilder settings) {
        this.settings = settings;
        this.registry = settings.registry();
        this.workers = new PipelineThreads();
        this.admit = new Admit(settings.limits);
        this.identify = new Identify(settings.accepted, registry);
        Pipeline shared = settings.shared;
        this.budget = shared == null ? new MemoryBudget(settings.memory) : shared.budget;
        this.cores = shared == null ? new CoreBudget(settings.cores) : shared.cores;
        this.plan = new Plan(settings, registry, budget, cores);
        this.decode = new Decode(registry, budget, cores, settings.queueWait);
        this.render = new Render(registry, settings.keep, cores, workers);
        this.deliver = new Deliver(settings.stores, workers);
        this.notify = new Notify(settings.notifiers);
    }

    /** A pipeline that accepts JPEG, PNG, GIF and WebP under {@link dev.darkroom.core.Limits#untrusted} and stores nothing yet. */
    public static PipelineBuilder builder() {
        return new PipelineBuilder();
    }

    /**
     * Runs one job on the calling thread. Publishers that were given in one {@code store} call run in parallel on the pipeline's threads.
     *
     * @param attributes values that key templates and publishers need, such as {@code creatorId}
     * @return the outcome of the job; bad input and failing services are outcomes, never exceptions
     * @throws IllegalArgumentException when a publisher cannot work with these attributes; the source was not read then
     * @throws IllegalStateException when the pipeline is closed
     */
    public Outcome process(Source source, Map<String, String> attributes) {
        return run(source, checkedJob(attributes));
    }

    /** Runs {@link #process} on a thread of the pipeline. The job can be cancelled. */
    public RunningJob submit(Source source, Map<String, String> attributes) {
        JobProgress job = checkedJob(attributes);
        return new RunningJob(workers.submit(() -> run(source, job)), job.deadline());
    }

    private Outcome run(Source source, JobProgress job) {
        try {
            return runToEnd(source, job);
        } finally {
            running.remove(job);
        }
    }

    private Outcome runToEnd(Source source, JobProgress job) {
        Outcome outcome = job.conclude(() -> {
            Bytes bytes = admit.read(source, job);
            try (Identified picture = identify.identify(bytes, job);
                    Deliver.JobDelivery delivery = deliver.open(bytes, picture.info(), job)) {
                Plan.Planned planned = plan.plan(picture, job);
                delivery.startSourceOnly();
                Rendered rendered;
                try (Decoded decoded = decode.decode(picture, planned, job)) {
                    rendered = render.render(bytes, planned, decoded, job);
                }
                return job.completed(picture.info(), rendered.renditions(), delivery.deliver(rendered));
            }
        });
        notify.tell(outcome, job);
        return outcome;
    }

    /**
     * Plans the job that {@link #process} would run: the variants, their sizes, and the memory it needs. Reads the source, but decodes only
     * its header.
     */
    public JobPlan plan(Source source) throws ImageException {
        JobProgress job = newJob(Map.of());
        try (Identified picture = identify.identify(admit.read(source, job), job)) {
            return plan.plan(picture, job).plan();
        }
    }

    /** Reads the picture's metadata. */
    public Inspector.Metadata inspect(Source source) throws ImageException {
        JobProgress job = newJob(Map.of());
        Bytes bytes = admit.read(source, job);
        try (Identified picture = identify.identify(bytes, job)) {
            return registry.inspector().inspect(picture.info().format(), bytes);
        }
    }

    /**
     * Runs a small built-in JPEG through decode and render on a thread of the pipeline, so that libraries are loaded and code is compiled
     * before the first job. Useful for processes that run one job, while the upload is still being received. Publishes nothing, notifies
     * nobody, and never fails: the first job reports what does not work.
     *
     * @return completes when the warm-up is over
     */
    public CompletionStage<Void> warmUp() {
        return workers.submit(() -> {
            runSample();
            return null;
        });
    }

    private void runSample() {
        JobProgress job = new JobProgress(Map.of(), Deadline.after(settings.limits.deadline()), List.of());
        running.add(job);
        try {
            Bytes sample = WarmUpPicture.jpeg(registry);
            try (Identified picture = identify.identify(sample, job)) {
                Plan.Planned planned = plan.plan(picture, job);
                try (Decoded decoded = decode.decode(picture, planned, job)) {
                    render.render(sample, planned, decoded, job);
                }
            }
        } catch (ImageException e) {
            job.warn("the warm-up ended early: " + e.getMessage());
        } finally {
            running.remove(job);
        }
    }

    /** The providers that were found, in the order in which they are asked, and for each that cannot run here the reason. */
    public Description describe() {
        return registry.describe();
    }

    /** The memory and cores in use now. Pipelines that share these resources are counted together. */
    public Load load() {
        return new Load(budget.taken(), budget.total(), budget.waiting(), cores.busy(), cores.count());
    }

    /** Cancels every running job and waits a few seconds for the pipeline's own threads to end. */
    @Override
    public void close() {
        closed = true;
        running.forEach(job -> job.deadline().cancel());
        workers.close();
    }

    private JobProgress checkedJob(Map<String, String> attributes) {
        if (closed) {
            throw new IllegalStateException("this pipeline is closed");
        }
        settings.stores.forEach(group -> group.forEach(publisher -> publisher.check(attributes)));
        JobProgress job = newJob(attributes);
        running.add(job);
        return job;
    }

    private JobProgress newJob(Map<String, String> attributes) {
        return new JobProgress(attributes, Deadline.after(settings.limits.deadline()), settings.listeners);
    }
}
