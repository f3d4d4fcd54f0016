package dev.darkroom.storage.s3;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Finds refusals of HEAD requests whose date is too far from the service's time. Such an answer has no body and no error code. The SDK
 * corrects its clock after it, but its exception does not say so. Therefore the answer is marked before the SDK reads it.
 */
final class ClockSkew {
    /** S3 tolerates 15 minutes. The SDK corrects more than 4. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final DateTimeFormatter SIGNED = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final String MARK = "x-darkroom-clock-skew";

    private ClockSkew() {}

    static boolean isCauseOf(SdkHttpResponse refusal, SdkHttpRequest signed) {
        if (refusal.statusCode() != 401 && refusal.statusCode() != 403) {
            return false;
        }
        try {
            Optional<Instant> there = serviceTime(refusal);
            Optional<Instant> here = signed.firstMatchingHeader("X-Amz-Date")
                    .map(date -> LocalDateTime.parse(date, SIGNED).toInstant(ZoneOffset.UTC));
            return there.isPresent()
                    && here.isPresent()
                    && Duration.between(there.get(), here.get()).abs().compareTo(TOLERANCE) > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static SdkHttpResponse marked(SdkHttpResponse refusal) {
        return refusal.toBuilder().putHeader(MARK, "true").build();
    }

    static boolean isMarked(SdkHttpResponse answer) {
        return answer.firstMatchingHeader(MARK).isPresent();
    }

    /**
     * The date of the answer; empty if it has none.
     *
     * @throws DateTimeException if the date is malformed
     */
    static Optional<Instant> serviceTime(SdkHttpResponse answer) {
        return answer.firstMatchingHeader("Date")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
    }
}
