package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.RetryPolicy;
import java.time.Duration;

/** The result of one attempt at a service: a reply or none. */
sealed interface AttemptResult {
    /** The failure to report when this result is not a success. It quotes nothing of the reply but its status. */
    ImageException failure(String service);

    /**
     * A reply.
     *
     * @param status HTTP status
     * @param retryAfter pause that the service asked for; zero for none
     * @param body at most as many bytes as were to be read
     * @param cutOff whether the body had more bytes
     */
    record Reply(int status, Duration retryAfter, Bytes body, boolean cutOff) implements AttemptResult {
        boolean isSuccess() {
            return status >= 200 && status <= 299;
        }

        /** The message is the bare status, because the failure already names its service. */
        @Override
        public ImageException failure(String service) {
            String message = Integer.toString(status);
            return RetryPolicy.isTransient(status)
                    ? ImageException.unavailable(service, message, null)
                    : ImageException.refused(service, message);
        }
    }

    /**
     * No complete reply.
     *
     * @param sent whether the service may have received the request and acted on it
     * @param passes whether another attempt may get a reply
     * @param why reason, for messages
     */
    record NoReply(boolean sent, boolean passes, String why, Throwable cause) implements AttemptResult {
        /** A result without a reply, after which another attempt may get one. */
        NoReply(boolean sent, String why, Throwable cause) {
            this(sent, true, why, cause);
        }

        @Override
        public ImageException failure(String service) {
            return new ImageException(new Failure.Unavailable(service, why, passes), cause);
        }
    }
}
