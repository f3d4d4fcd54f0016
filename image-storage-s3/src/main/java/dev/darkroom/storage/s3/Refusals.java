package dev.darkroom.storage.s3;

import dev.darkroom.spi.FileDescriptors;
import dev.darkroom.spi.RetryAfter;
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

/** What the SDK's exceptions say of a service and of the settings. */
record Refusals(S3Settings settings) {
    /** S3 and others say so in the text of an AuthorizationHeaderMalformed. */
    private static final Pattern EXPECTED = Pattern.compile("expecting '([a-z0-9-]{1,32})'");

    private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9-]{1,32}");

    S3Trouble trouble(S3Exception e) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(e.awsErrorDetails());
        String code = details.map(d -> HeaderText.word(d.errorCode())).orElse("");
        Optional<SdkHttpResponse> answer = details.map(AwsErrorDetails::sdkHttpResponse);
        Duration wait = header(answer, "Retry-After")
                .map(value -> RetryAfter.parse(value, settings.retry().time().now()))
                .orElse(Duration.ZERO);
        // An error in the body of a 200, as copies may have: S3's documentation says to take it for a 500.
        int status = e.statusCode() < 300 ? 500 : e.statusCode();
        boolean skewed =
                e.isClockSkewException() || answer.map(ClockSkew::isMarked).orElse(false);
        String advice = skewed
                ? SettingAdvice.ofClock(clockOff(answer))
                : new SettingAdvice(settings).of(status, code, bucketRegion(details, answer));
        return S3Trouble.refused(
                new S3Trouble.Refusal(status, code, wait, advice, skewed), HeaderText.word(e.requestId()));
    }

    /**
     * @param once whether the client has sent the request once at most
     */
    S3Trouble unanswered(RuntimeException e, boolean once) {
        if (FileDescriptors.areExhausted(e)) {
            return S3Trouble.noAnswer(false, FileDescriptors.NONE_LEFT, e);
        }
        SettingAdvice advice = new SettingAdvice(settings);
        if (has(e, MissingKeysException.class)) {
            return S3Trouble.noAnswer(true, advice.ofMissingKeys(), e); // a machine's own keys may be late
        }
        boolean unknown = has(e, UnknownHostException.class);
        boolean unreached = unknown || has(e, ConnectException.class) || has(e, NoRouteToHostException.class);
        return S3Trouble.noAnswer(once && unreached, unknown ? advice.ofUnknownHost() : "", e);
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

    /** An answer to a HEAD request says it in a header alone. */
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
