package dev.darkroom.pipeline;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.spi.codec.FileDescriptors;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.Publisher;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one publisher.
 *
 * @param publication without references if the publisher failed
 * @param failure null if the publisher succeeded
 */
public record PublisherResult(
        Publication publication, @Nullable ImageException failure) {

    /** Runs the publisher, unless the job is over already, and tells the job's listeners about the result. */
    static PublisherResult by(Publisher publisher, Delivery delivery, JobProgress job) {
        long start = System.nanoTime();
        try {
            delivery.deadline().check();
            Publication publication = publisher.publish(delivery);
            job.published(publication, since(start));
            return new PublisherResult(publication, null);
        } catch (ImageException e) {
            return failed(publisher, e, job, start);
        } catch (RuntimeException | Error e) {
            if (FileDescriptors.areExhausted(e)) {
                return failed(publisher, FileDescriptors.noneLeft(e), job, start);
            }
            System.getLogger(Pipeline.class.getName())
                    .log(System.Logger.Level.ERROR, "publisher " + publisher.name() + " failed", e);
            String message = "the publisher " + publisher.name() + " failed with an internal error";
            return failed(publisher, ImageException.defect(message, e), job, start);
        }
    }

    private static PublisherResult failed(Publisher publisher, ImageException failure, JobProgress job, long start) {
        job.notPublished(publisher.name(), failure.failure(), since(start));
        return new PublisherResult(new Publication(publisher.name(), Map.of(), Map.of()), failure);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
