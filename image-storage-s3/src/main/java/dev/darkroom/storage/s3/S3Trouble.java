package dev.darkroom.storage.s3;

import dev.darkroom.spi.delivery.Retry;
import java.time.Duration;

/** Why one attempt at the service gave no result. Its message is for logs: status, the service's error code, no secret and no body. */
final class S3Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** As a status: there was no answer. */
    static final int NO_ANSWER = 0;
    /** As a status: the body was not what the answer announced. */
    static final int BROKEN_BODY = -1;

    private final int status;
    private final String code;
    private final transient Duration retryAfter;

    S3Trouble(int status, String code, Duration retryAfter, String requestId) {
        super("status " + status + " " + code + ", request " + requestId);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    private S3Trouble(int status, String what, Throwable cause) {
        super(what, cause);
        this.status = status;
        this.code = "";
        this.retryAfter = Duration.ZERO;
    }

    static S3Trouble noAnswer(Throwable cause) {
        return new S3Trouble(NO_ANSWER, "no answer", cause);
    }

    /** The answer began well, but its body was not what it announced. */
    static S3Trouble brokenBody(Throwable cause) {
        return new S3Trouble(BROKEN_BODY, "broken body", cause);
    }

    int status() {
        return status;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** Whether there is no such object; a missing bucket is told apart where the service tells it. */
    boolean isMissingObject() {
        return status == 404 && !code.equals("NoSuchBucket");
    }

    boolean isFailedCondition() {
        return status == 412;
    }

    /** S3 says "conflict" to a conditional write beside another one, and 400 where others say 408. */
    boolean passes() {
        return status <= NO_ANSWER
                || Retry.passes(status)
                || code.equals("ConditionalRequestConflict")
                || code.equals("OperationAborted")
                || code.equals("RequestTimeout");
    }

    /** Whether the service may have done what was asked, although it did not say so. */
    boolean mayHaveHappened() {
        return status <= NO_ANSWER || status >= 500;
    }
}
