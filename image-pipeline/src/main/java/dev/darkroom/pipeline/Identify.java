package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Stage;
import dev.darkroom.core.signature.Signature;
import java.util.Set;

/** Stage 2: identifies the format by its magic bytes and, if the format is accepted, reads its header. No other parser reads the bytes. */
final class Identify {
    private final Set<Format> accepted;
    private final Registry registry;

    Identify(Set<Format> accepted, Registry registry) {
        this.accepted = accepted;
        this.registry = registry;
    }

    /** The caller closes the result. */
    Identified identify(Bytes bytes, JobProgress job) throws ImageException {
        return job.in(Stage.IDENTIFY, () -> {
            Format format = Signature.of(bytes)
                    .orElseThrow(() -> new ImageException(new Failure.Unrecognized(Signature.unrecognized(bytes))));
            if (!accepted.contains(format)) {
                throw new ImageException(new Failure.Disallowed(format, Signature.disallowed(format, accepted)));
            }
            Identified identified = new Identified(format, bytes, registry.decoders(format));
            job.tell(new PipelineListener.Recognized(job.id(), identified.info(), bytes.length()));
            return identified;
        });
    }
}
