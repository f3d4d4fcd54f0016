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
 * Takes untrusted pictures in and puts web-ready ones out. Immutable and thread-safe; made by {@link #builder()}, kept for the life of
 * a service, closed at its end. Publishers and stores given to it stay their owner's to close.
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
     * Runs one job on the calling thread (publishers given in one {@code store} call run side by side on the pipeline's).
     *
     * @param attributes what key templates and publishers need, such as {@code creatorId}
     * @return how it ended; bad input and failing services are outcomes, never exceptions
     * @throws IllegalArgumentException when a publisher cannot do with these attributes; nothing was read then
     * @throws IllegalStateException when the pipeline is closed
     */
    public Outcome process(Source source, Map<String, String> attributes) {
        return run(source, checkedJob(attributes));
    }

    /** {@link #process} on a thread of the pipeline's; the job can be cancelled. */
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

    /** What {@link #process} would make, at what sizes and with how much memory; reads no more than the source's header once it is there. */
    public JobPlan plan(Source source) throws ImageException {
        JobProgress job = newJob(Map.of());
        try (Identified picture = identify.identify(admit.read(source, job), job)) {
            return plan.plan(picture, job).plan();
        }
    }

    /** What people ask of a picture's metadata. */
    public Inspector.Metadata inspect(Source source) throws ImageException {
        JobProgress job = newJob(Map.of());
        Bytes bytes = admit.read(source, job);
        try (Identified picture = identify.identify(bytes, job)) {
            return registry.inspector().inspect(picture.info().format(), bytes);
        }
    }

    /**
     * Runs a small JPEG of its own through decode and render, on a thread of the pipeline's, so that the first job finds libraries loaded
     * and code compiled: for processes of one job, while the upload is on its way. Publishes and tells nothing, and never fails: what does
     * not work is the first job's to say.
     *
     * @return completes when it is over
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

    /** Which providers were found, in the order they are asked, and which cannot run here and why. */
    public Description describe() {
        return registry.describe();
    }

    /** What is taken now of the memory and the cores that this pipeline works with, by all pipelines that share them. */
    public Load load() {
        return new Load(budget.taken(), budget.total(), budget.waiting(), cores.busy(), cores.count());
    }

    /** Cancels every job under way and waits a few seconds for the pipeline's own threads to end. */
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
