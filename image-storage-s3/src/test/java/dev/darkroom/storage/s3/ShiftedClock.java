package dev.darkroom.storage.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * A service whose clock differs from this machine's. Like S3, it refuses requests that were signed more than 15 minutes from its own time.
 * Another server handles the rest.
 */
final class ShiftedClock implements SdkHttpClient {
    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final String BODY =
            "<Error><Code>RequestTimeTooSkewed</Code><Message>private prose</Message></Error>";
    private static final DateTimeFormatter SIGNED = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final SdkHttpClient server;
    private final Duration ahead;
    private final List<Integer> refused = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /**
     * @param ahead how far the clock of the service is ahead of this machine's
     */
    ShiftedClock(SdkHttpClient server, Duration ahead) {
        this.server = server;
        this.ahead = ahead;
    }

    /** Number of refused requests. */
    int refused() {
        return refused.size();
    }

    /** HTTP methods of all requests. */
    List<String> asked() {
        return asked;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        asked.add(request.httpRequest().method().name());
        Instant now = Instant.now().plus(ahead);
        String date = request.httpRequest().firstMatchingHeader("X-Amz-Date").orElseThrow();
        Instant signed = LocalDateTime.parse(date, SIGNED).toInstant(ZoneOffset.UTC);
        if (Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0) {
            return server.prepareRequest(request);
        }
        refused.add(asked.size());
        boolean head = request.httpRequest().method() == SdkHttpMethod.HEAD;
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return refusal(now, head);
            }

            @Override
            public void abort() {}
        };
    }

    private static HttpExecuteResponse refusal(Instant now, boolean head) {
        byte[] body = (head ? "" : BODY).getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder()
                        .statusCode(403)
                        .putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC)))
                        .putHeader("Content-Length", Integer.toString(body.length))
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
