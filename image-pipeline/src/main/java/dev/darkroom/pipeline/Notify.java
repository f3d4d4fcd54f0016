package dev.darkroom.pipeline;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.spi.codec.FileDescriptors;
import dev.darkroom.spi.delivery.Notifier;
import java.util.List;

/** Stage 7: tells every notifier the outcome of the job, whatever the outcome is. If one notifier fails, the others are still told. */
final class Notify {
    private final List<Notifier> notifiers;

    Notify(List<Notifier> notifiers) {
        this.notifiers = notifiers;
    }

    void tell(Outcome outcome, JobProgress job) {
        for (Notifier notifier : notifiers) {
            try {
                notifier.notify(outcome);
            } catch (ImageException e) {
                job.tell(new PipelineListener.NotifierFailed(job.id(), notifier.name(), e.failure()));
            } catch (RuntimeException | Error e) {
                Failure failure = FileDescriptors.areExhausted(e)
                        ? FileDescriptors.noneLeft(e).failure()
                        : new Failure.Defect("the notifier " + notifier.name() + " failed with an internal error");
                job.tell(new PipelineListener.NotifierFailed(job.id(), notifier.name(), failure));
            }
        }
    }
}
