package dev.darkroom.storage.s3;

import dev.darkroom.spi.delivery.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when one attempt at the service gave no result. Its message is for logs: the status and the error code of the service, but no
 * secret and no body. Its advice is safe for anybody.
 */
final class S3AttemptException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Status: there was no answer. */
    static final int NO_ANSWER = 0;
    /** Status: the body was not as the answer announced. */
    static final int BROKEN_BODY = -1;
    /** Status: the service could not be reached, so it received nothing. */
    static final int NOT_REACHED = -2;
    /** Status: nothing was sent, and a retry would not send anything either. */
    static final int NOT_SENT = -3;
    /** Status: the store was closed during the attempt. */
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
     * An answer without a result.
     *
     * @param status HTTP status
     * @param code error code of the service; empty for none
     * @param retryAfter pause that the service asked for; zero for none
     * @param advice which setting to change; empty for none
     * @param clockSkewed whether the date of the request was too far from the time of the service
     */
    record Refusal(int status, String code, Duration retryAfter, String advice, boolean clockSkewed) {}

    static S3AttemptException refused(Refusal refusal, String requestId) {
        return new S3AttemptException(refusal, requestId);
    }

    static S3AttemptException noAnswer(Throwable cause) {
        return noAnswer(false, "", cause);
    }

    /**
     * @param unreached whether it is certain that the service received nothing
     * @param advice what to do; empty for none
     */
    static S3AttemptException noAnswer(boolean unreached, String advice, Throwable cause) {
        return new S3AttemptException(unreached ? NOT_REACHED : NO_ANSWER, "no answer", advice, cause);
    }

    /** The answer started correctly, but its body was not as announced. */
    static S3AttemptException brokenBody(Throwable cause) {
        return new S3AttemptException(BROKEN_BODY, "broken body", "", cause);
    }

    /**
     * @param why reason that is safe for anybody to see
     */
    static S3AttemptException notSent(String why, @Nullable Throwable cause) {
        return new S3AttemptException(NOT_SENT, "not sent", why, cause);
    }

    /** The store was closed during the call, so it is unknown whether the service acted on the request. */
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

    /** Whether there is no such object. A missing bucket is not counted, if the service distinguishes it. */
    boolean isMissingObject() {
        return status == 404 && !code.equals("NoSuchBucket");
    }

    boolean isFailedCondition() {
        return status == 412;
    }

    /** Whether the clock was wrong. Then the client has already taken the time of the service for its next signatures. */
    boolean isClockSkew() {
        return clockSkewed;
    }

    /**
     * Whether a retry may succeed. S3 answers a conditional write with "conflict" if another one runs at the same time, and it uses status
     * 400 where other services use 408.
     */
    boolean passes() {
        return status == NO_ANSWER
                || status == BROKEN_BODY
                || status == NOT_REACHED
                || RetryPolicy.isTransient(status)
                || code.equals("ConditionalRequestConflict")
                || code.equals("OperationAborted")
                || code.equals("RequestTimeout");
    }

    /** Whether the service may have carried out the request without confirming it. After a status from 300 to 499 it has not. */
    boolean mayHaveHappened() {
        return status == NO_ANSWER || status == BROKEN_BODY || status == CLOSED || status >= 500;
    }
}
