package dev.darkroom.storage.s3;

import dev.darkroom.core.Bytes;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.PutOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Single attempts at an S3 service, through the AWS SDK. The SDK's retries are switched off, but it still corrects its clock. Features that
 * R2 refuses are switched off too: bodies in aws-chunked encoding and checksums that are not required. Thread-safe.
 */
final class S3Requests implements AutoCloseable {
    /**
     * The time limit of this thread's current attempt. It is needed here because the SDK's own timeout does not end a read that stalls in
     * the middle of a body.
     */
    private static final ThreadLocal<Duration> ALLOWED = new ThreadLocal<>();

    private static final String CLOSED = "the store was closed";

    private final String bucket;
    private final S3Client client;
    private final SdkExceptionMapping refusals;
    private volatile boolean closed;

    S3Requests(S3Settings settings) {
        this(settings, http(settings.timeouts().connect()));
    }

    S3Requests(S3Settings settings, SdkHttpClient http) {
        this.bucket = settings.bucket();
        this.refusals = new SdkExceptionMapping(settings);
        this.client = client(settings, new BoundedReplies(http));
    }

    private static S3Client client(S3Settings settings, SdkHttpClient http) {
        // An empty profile: the SDK reads no settings from the home directory.
        ProfileFile profile = ProfileFile.aggregator().build();
        Optional<URI> endpoint = settings.endpoint();
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(http)
                .credentialsProvider(settings.keys().map(S3Requests::fixed).orElseGet(S3Requests::found))
                .region(Region.of(settings.region()))
                .forcePathStyle(endpoint.isPresent())
                .disableS3ExpressSessionAuth(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .profileFile(() -> profile)
                        .build())
                .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .defaultProfileFileSupplier(() -> profile));
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    static SdkHttpClient http(Duration connect) {
        return UrlConnectionHttpClient.create(uri -> connection(uri, connect));
    }

    private static HttpURLConnection connection(URI uri, Duration connect) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(millis(connect));
            connection.setReadTimeout(millis(allowed()));
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time limit of the attempt that this thread is making. */
    static Duration allowed() {
        return ALLOWED.get();
    }

    /** Converts a time limit to milliseconds, at least 1, because 0 means no limit. */
    private static int millis(Duration time) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis()));
    }

    private static AwsCredentialsProvider fixed(S3Settings.Keys keys) {
        return StaticCredentialsProvider.create(
                keys.sessionToken().isEmpty()
                        ? AwsBasicCredentials.create(keys.accessKey(), keys.secretKey())
                        : AwsSessionCredentials.create(keys.accessKey(), keys.secretKey(), keys.sessionToken()));
    }

    private static AwsCredentialsProvider found() {
        AwsCredentialsProvider found = DefaultCredentialsProvider.builder().build();
        return () -> {
            try {
                return found.resolveCredentials();
            } catch (SdkException e) {
                throw new MissingKeysException(e);
            }
        };
    }

    ObjectHead head(String key, Duration allowed) throws S3AttemptException {
        ObjectHead head = asked(() -> {
            var answer = client.headObject(
                    request -> request.bucket(bucket).key(key).overrideConfiguration(within(allowed)));
            long length = Objects.requireNonNullElse(answer.contentLength(), -1L);
            return known(length, answer.eTag(), answer.contentType(), answer.metadata());
        });
        named(head.etag(), "read");
        return head;
    }

    /**
     * Reads the object, or the missing rest of it, into the download.
     *
     * @throws S3AttemptException also when the body ended early
     */
    void get(String key, Download download, Duration allowed) throws S3AttemptException {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(key).overrideConfiguration(within(allowed));
        download.rest()
                .ifPresent(rest -> request.range("bytes=" + rest.from() + "-").ifMatch("\"" + rest.etag() + "\""));
        Optional<S3AttemptException> trouble = asked(() -> client.getObject(request.build(), (answer, body) -> {
            try (body) {
                return take(answer, body, download);
            }
        }));
        if (trouble.isPresent()) {
            throw trouble.get();
        }
    }

    /**
     * Reads a reply. It runs inside the SDK's call, so that the timeout of the SDK covers the body too. It returns its exception, because
     * the SDK would wrap an exception that is thrown here.
     */
    private static Optional<S3AttemptException> take(
            GetObjectResponse answer, AbortableInputStream body, Download download) {
        ContentRange range = ContentRange.parse(answer.contentRange(), answer.contentLength());
        ObjectHead head = known(range.total(), answer.eTag(), answer.contentType(), answer.metadata());
        try {
            named(head.etag(), "read");
            if (!download.take(range.from(), head, body)) {
                body.abort();
            }
            return Optional.empty();
        } catch (S3AttemptException unnamed) {
            body.abort();
            return Optional.of(unnamed);
        } catch (IOException e) {
            body.abort();
            return Optional.of(S3AttemptException.brokenBody(e));
        }
    }

    /** Writes an object and returns its new ETag. */
    String put(String key, Bytes content, PutOptions options, Duration allowed) throws S3AttemptException {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(options.contentType())
                .metadata(S3HeaderValues.encoded(options.metadata()))
                .overrideConfiguration(within(allowed));
        if (!options.cacheControl().isEmpty()) {
            request.cacheControl(options.cacheControl());
        }
        if (options.requiresAbsent()) {
            request.ifNoneMatch("*");
        }
        options.requiredEtag().ifPresent(etag -> request.ifMatch("\"" + etag + "\""));
        RequestBody body =
                RequestBody.fromContentProvider(content::newInputStream, content.length(), options.contentType());
        return named(
                asked(
                        true,
                        () -> S3HeaderValues.etag(
                                client.putObject(request.build(), body).eTag())),
                "write");
    }

    /** Copies an object and returns its new ETag. Conditions are not sent, because some services ignore them on copies. */
    String copy(String from, String to, PutOptions options, Duration allowed) throws S3AttemptException {
        String etag = asked(() -> {
            var answer = client.copyObject(request -> {
                request.sourceBucket(bucket)
                        .sourceKey(from)
                        .destinationBucket(bucket)
                        .destinationKey(to)
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentType(options.contentType())
                        .metadata(S3HeaderValues.encoded(options.metadata()))
                        .overrideConfiguration(within(allowed));
                if (!options.cacheControl().isEmpty()) {
                    request.cacheControl(options.cacheControl());
                }
            });
            CopyObjectResult copied = answer.copyObjectResult();
            return copied == null ? "" : S3HeaderValues.etag(copied.eTag());
        });
        return named(etag, "copy");
    }

    /**
     * Checks that a reply has an ETag. An S3 service always sends one. A success without one comes from another program, such as a gateway,
     * and counts as no answer.
     */
    private static String named(String etag, String what) throws S3AttemptException {
        if (etag.isEmpty()) {
            throw S3AttemptException.noAnswer(new IOException("the answer to a " + what + " has no ETag"));
        }
        return etag;
    }

    void delete(String key, Duration allowed) throws S3AttemptException {
        asked(() ->
                client.deleteObject(request -> request.bucket(bucket).key(key).overrideConfiguration(within(allowed))));
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }

    private AwsRequestOverrideConfiguration within(Duration allowed) {
        ALLOWED.set(allowed);
        return AwsRequestOverrideConfiguration.builder()
                .apiCallAttemptTimeout(allowed)
                .build();
    }

    private interface Call<T> {
        T run();
    }

    private <T> T asked(Call<T> call) throws S3AttemptException {
        return asked(false, call);
    }

    /**
     * @param once whether the client sends the request at most once; a request without a body may be sent again by the client itself
     */
    private <T> T asked(boolean once, Call<T> call) throws S3AttemptException {
        if (closed) {
            throw S3AttemptException.notSent(CLOSED, null);
        }
        try {
            return call.run();
        } catch (S3Exception e) {
            throw refusals.trouble(e);
        } catch (SdkException | MissingKeysException | UncheckedIOException e) {
            throw closed ? S3AttemptException.closed(CLOSED, e) : refusals.unanswered(e, once);
        } catch (RejectedExecutionException | IllegalStateException e) { // thrown by closed executors and clients
            throw closed ? S3AttemptException.closed(CLOSED, e) : refusals.unanswered(e, once);
        }
    }

    private static ObjectHead known(
            long length, @Nullable String etag, @Nullable String contentType, Map<String, String> metadata) {
        return new ObjectHead(
                length,
                S3HeaderValues.etag(etag),
                Objects.requireNonNullElse(contentType, ""),
                S3HeaderValues.decoded(metadata));
    }
}
