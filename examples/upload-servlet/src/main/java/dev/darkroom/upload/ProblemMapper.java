package dev.darkroom.upload;

import dev.darkroom.core.Failure;
import dev.darkroom.spi.codec.FileDescriptors;
import dev.darkroom.upload.problem.Problem;
import dev.darkroom.upload.problem.ProblemType;

/** Maps failures of the library to HTTP problems. */
final class ProblemMapper {
    private static final int STORE_RETRY_SECONDS = 5;

    private ProblemMapper() {}

    static Problem of(Failure failure) {
        if (failure instanceof Failure.OverLimit over) {
            ProblemType reason = over.kind() == Failure.OverLimit.Kind.BYTES
                    ? ProblemType.FILE_TOO_LARGE
                    : ProblemType.PICTURE_OVER_LIMIT;
            return Problem.of(reason, over.message()).limited(over.allowed(), over.actual());
        }
        if (failure instanceof Failure.Unavailable && failure.message().endsWith(FileDescriptors.NONE_LEFT)) {
            return noDescriptors();
        }
        if (failure instanceof Failure.Unavailable unavailable) {
            return unavailable.service().equals("memory budget")
                    ? Problem.of(ProblemType.BUSY, failure.message())
                    : Problem.of(ProblemType.STORE_UNAVAILABLE, "a request to the store failed; try again")
                            .retryAfter(STORE_RETRY_SECONDS);
        }
        return Problem.of(reason(failure), failure.message());
    }

    /**
     * @param otherwise the problem if the cause is not a lack of file descriptors
     */
    static Problem of(Throwable thrown, Problem otherwise) {
        return FileDescriptors.areExhausted(thrown) ? noDescriptors() : otherwise;
    }

    private static Problem noDescriptors() {
        return Problem.of(ProblemType.BUSY, FileDescriptors.NONE_LEFT).retryAfter(STORE_RETRY_SECONDS);
    }

    private static ProblemType reason(Failure failure) {
        if (failure instanceof Failure.Unrecognized || failure instanceof Failure.Disallowed) {
            return ProblemType.FORMAT_NOT_ACCEPTED;
        }
        if (failure instanceof Failure.Malformed) {
            return ProblemType.PICTURE_DAMAGED;
        }
        if (failure instanceof Failure.Unsupported) {
            return ProblemType.PICTURE_UNSUPPORTED;
        }
        if (failure instanceof Failure.Conflict) {
            return ProblemType.REPLACED;
        }
        return failure instanceof Failure.Stopped ? ProblemType.BUSY : ProblemType.INTERNAL_ERROR;
    }
}
