package dev.darkroom.upload;

import dev.darkroom.core.Failure;
import dev.darkroom.spi.codec.FileDescriptors;

/** What a failure of the library is over HTTP. */
final class Problems {
    private static final int STORE_RETRY_SECONDS = 5;

    private Problems() {}

    static Problem of(Failure failure) {
        if (failure instanceof Failure.OverLimit over) {
            Reason reason =
                    over.kind() == Failure.OverLimit.Kind.BYTES ? Reason.FILE_TOO_LARGE : Reason.PICTURE_OVER_LIMIT;
            return Problem.of(reason, over.message()).limited(over.allowed(), over.actual());
        }
        if (failure instanceof Failure.Unavailable && failure.message().endsWith(FileDescriptors.NONE_LEFT)) {
            return noDescriptors();
        }
        if (failure instanceof Failure.Unavailable unavailable) {
            return unavailable.service().equals("memory budget")
                    ? Problem.of(Reason.BUSY, failure.message())
                    : Problem.of(Reason.STORE_UNAVAILABLE, "the store did not take or give what it should; try again")
                            .retryAfter(STORE_RETRY_SECONDS);
        }
        return Problem.of(reason(failure), failure.message());
    }

    /**
     * @param otherwise where it is not for want of file descriptors
     */
    static Problem of(Throwable thrown, Problem otherwise) {
        return FileDescriptors.areExhausted(thrown) ? noDescriptors() : otherwise;
    }

    private static Problem noDescriptors() {
        return Problem.of(Reason.BUSY, FileDescriptors.NONE_LEFT).retryAfter(STORE_RETRY_SECONDS);
    }

    private static Reason reason(Failure failure) {
        if (failure instanceof Failure.Unrecognized || failure instanceof Failure.Disallowed) {
            return Reason.FORMAT_NOT_ACCEPTED;
        }
        if (failure instanceof Failure.Malformed) {
            return Reason.PICTURE_DAMAGED;
        }
        if (failure instanceof Failure.Unsupported) {
            return Reason.PICTURE_UNSUPPORTED;
        }
        if (failure instanceof Failure.Conflict) {
            return Reason.REPLACED;
        }
        return failure instanceof Failure.Stopped ? Reason.BUSY : Reason.INTERNAL_ERROR;
    }
}
