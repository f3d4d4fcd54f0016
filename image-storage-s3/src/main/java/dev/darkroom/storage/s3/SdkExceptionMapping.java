package dev.darkroom.storage.s3;

import dev.darkroom.spi.codec.FileDescriptors;
import dev.darkroom.spi.delivery.RetryAfter;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Maps exceptions of the SDK to failed attempts, with advice on the settings. */
record SdkExceptionMapping(S3Settings settings) {
    /** The text of an AuthorizationHeaderMalformed error, in which S3 and other services name the expected region. */
    private static final Pattern EXPECTED = Pattern.compile("expecting '([a-z0-9-]{1,32})'");

    private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9-]{1,32}");

    S3AttemptException trouble(S3Exception e) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(e.awsErrorDetails());
        String code = details.map(d -> S3HeaderValues.word(d.errorCode())).orElse("");
        Optional<SdkHttpResponse> answer = details.map(AwsErrorDetails::sdkHttpResponse);
        Duration wait = header(answer, "Retry-After")
                .map(value -> RetryAfter.parse(value, settings.retry().time().now()))
                .orElse(Duration.ZERO);
        // A copy may have an error in the body of a 200. S3's documentation says to treat it as a 500.
        int status = e.statusCode() < 300 ? 500 : e.statusCode();
        boolean skewed =
                e.isClockSkewException() || answer.map(ClockSkew::isMarked).orElse(false);
        String advice = skewed
                ? SettingAdvice.ofClock(clockOff(answer))
                : new SettingAdvice(settings).of(status, code, bucketRegion(details, answer));
        return S3AttemptException.refused(
                new S3AttemptException.Refusal(status, code, wait, advice, skewed), S3HeaderValues.word(e.requestId()));
    }

    /**
     * @param once whether the client has sent the request at most once
     */
    S3AttemptException unanswered(RuntimeException e, boolean once) {
        if (FileDescriptors.areExhausted(e)) {
            return S3AttemptException.noAnswer(false, FileDescriptors.NONE_LEFT, e);
        }
        SettingAdvice advice = new SettingAdvice(settings);
        if (has(e, MissingKeysException.class)) {
            return S3AttemptException.noAnswer(true, advice.ofMissingKeys(), e); // a retry may find keys
        }
        boolean unknown = has(e, UnknownHostException.class);
        boolean unreached = unknown || has(e, ConnectException.class) || has(e, NoRouteToHostException.class);
        return S3AttemptException.noAnswer(once && unreached, unknown ? advice.ofUnknownHost() : "", e);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> header(Optional<SdkHttpResponse> answer, String name) {
        return answer.flatMap(a -> a.firstMatchingHeader(name));
    }

    /** The region of the bucket, from a header or from the error message. A reply to a HEAD request has only the header. */
    private static String bucketRegion(Optional<AwsErrorDetails> details, Optional<SdkHttpResponse> answer) {
        String inHeader = header(answer, "x-amz-bucket-region").orElse("");
        if (REGION_NAME.matcher(inHeader).matches()) {
            return inHeader;
        }
        Matcher expected =
                EXPECTED.matcher(details.map(AwsErrorDetails::errorMessage).orElse(""));
        return expected.find() ? expected.group(1) : "";
    }

    private static Duration clockOff(Optional<SdkHttpResponse> answer) {
        try {
            return answer.flatMap(ClockSkew::serviceTime)
                    .map(there -> Duration.between(Instant.now(), there))
                    .orElse(Duration.ZERO);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
