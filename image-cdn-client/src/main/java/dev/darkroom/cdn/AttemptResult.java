package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.RetryPolicy;
import java.time.Duration;

/** What one attempt at a service came to. */
sealed interface AttemptResult {
    /** The failure to report when this answer is not good enough. Quotes nothing that the service said but its status. */
    ImageException failure(String service);

    /**
     * @param retryAfter what the service asked for; zero for nothing
     * @param body at most as much as was to be read
     * @param cutOff whether there was more
     */
    record Reply(int status, Duration retryAfter, Bytes body, boolean cutOff) implements AttemptResult {
        boolean isSuccess() {
            return status >= 200 && status <= 299;
        }

        /** The message is the bare status, for the failure names its service already. */
        @Override
        public ImageException failure(String service) {
            String message = Integer.toString(status);
            return RetryPolicy.isTransient(status)
                    ? ImageException.unavailable(service, message, null)
                    : ImageException.refused(service, message);
        }
    }

    /**
     * @param sent whether the service may have got the request, and acted on it
     * @param passes whether another attempt may get a reply
     */
    record NoReply(boolean sent, boolean passes, String why, Throwable cause) implements AttemptResult {
        /** One that another attempt may get a reply after. */
        NoReply(boolean sent, String why, Throwable cause) {
            this(sent, true, why, cause);
        }

        @Override
        public ImageException failure(String service) {
            return new ImageException(new Failure.Unavailable(service, why, passes), cause);
        }
    }
}
