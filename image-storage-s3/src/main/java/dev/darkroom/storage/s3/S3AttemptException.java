package dev.darkroom.storage.s3;

import dev.darkroom.spi.delivery.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why one attempt at the service gave no result. Its message is for logs: status, the service's error code, no secret and no body. Its
 * advice is for everybody.
 */
final class S3AttemptException extends Exception {
    private static final long serialVersionUID = 1L;

    /** As a status: there was no answer. */
    static final int NO_ANSWER = 0;
    /** As a status: the body was not what the answer announced. */
    static final int BROKEN_BODY = -1;
    /** As a status: the service could not be reached, so that it got nothing. */
    static final int NOT_REACHED = -2;
    /** As a status: nothing was sent, and nothing would be if tried again. */
    static final int NOT_SENT = -3;
    /** As a status: the store was closed meanwhile. */
    static final int CLOSED = -4;

    private final int status;
    private final String code;
    private final String advice;
    private final boolean clockSkewed;
    private final transient Duration retryAfter;

    private S3AttemptException(Refusal refusal, String requestId) {
        super("status " + refusal.status() + " " + refusal.code() + ", request " + requestId);
        this.status = refusal.status();
        this.code = refusal.code();
        this.advice = refusal.advice();
        this.clockSkewed = refusal.clockSkewed();
        this.retryAfter = refusal.retryAfter();
    }

    private S3AttemptException(int status, String what, String advice, @Nullable Throwable cause) {
        super(what, cause);
        this.status = status;
        this.code = "";
        this.advice = advice;
        this.clockSkewed = false;
        this.retryAfter = Duration.ZERO;
    }

    /**
     * An answer that gives no result.
     *
     * @param advice which setting to change; empty for none
     * @param clockSkewed whether the request's date was too far from the service's time
     */
    record Refusal(int status, String code, Duration retryAfter, String advice, boolean clockSkewed) {}

    static S3AttemptException refused(Refusal refusal, String requestId) {
        return new S3AttemptException(refusal, requestId);
    }

    static S3AttemptException noAnswer(Throwable cause) {
        return noAnswer(false, "", cause);
    }

    /**
     * @param unreached whether the service surely got nothing
     * @param advice what to do; empty for none
     */
    static S3AttemptException noAnswer(boolean unreached, String advice, Throwable cause) {
        return new S3AttemptException(unreached ? NOT_REACHED : NO_ANSWER, "no answer", advice, cause);
    }

    /** The answer began well, but its body was not what it announced. */
    static S3AttemptException brokenBody(Throwable cause) {
        return new S3AttemptException(BROKEN_BODY, "broken body", "", cause);
    }

    /**
     * @param why fit to show a stranger
     */
    static S3AttemptException notSent(String why, @Nullable Throwable cause) {
        return new S3AttemptException(NOT_SENT, "not sent", why, cause);
    }

    /** During the call, so that nobody knows whether the service acted on it. */
    static S3AttemptException closed(String why, Throwable cause) {
        return new S3AttemptException(CLOSED, "closed", why, cause);
    }

    int status() {
        return status;
    }

    String advice() {
        return advice;
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

    /** The client has then taken the service's time for its next signatures. */
    boolean isClockSkew() {
        return clockSkewed;
    }

    /** S3 says "conflict" to a conditional write beside another one, and 400 where others say 408. */
    boolean passes() {
        return status == NO_ANSWER
                || status == BROKEN_BODY
                || status == NOT_REACHED
                || RetryPolicy.isTransient(status)
                || code.equals("ConditionalRequestConflict")
                || code.equals("OperationAborted")
                || code.equals("RequestTimeout");
    }

    /** Whether the service may have done what was asked, although it did not say so. No status from 300 to 499 leaves that open. */
    boolean mayHaveHappened() {
        return status == NO_ANSWER || status == BROKEN_BODY || status == CLOSED || status >= 500;
    }
}
