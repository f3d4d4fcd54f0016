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
 * One attempt at a time at an S3 service, through the AWS SDK. The SDK's retries are off, but it corrects its clock; off is also
 * what R2 refuses: bodies in aws-chunked encoding and checksums nobody asked for. Thread-safe.
 */
final class S3Requests implements AutoCloseable {
    /** For the attempt of this thread: the SDK's own timeout does not end a read that stalls in the middle of a body. */
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
        // An empty profile: nothing is looked for in the home directory where everything is said.
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

    /** How long the attempt that this thread is making may take. */
    static Duration allowed() {
        return ALLOWED.get();
    }

    /** Zero would mean forever. */
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

    /** Fetches the object, or the rest of it, into the download; trouble also when the body broke off. */
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

    /** Inside the SDK's call, whose timeout so covers the body too, and where an exception would be dressed up beyond recognition. */
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

    /** The new ETag. */
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

    /** The new ETag. Conditions are not sent: there are servers that ignore them here. */
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

    /** An S3 service names what it has read or written; somebody else's "200", such as a gateway's, is no answer of its. */
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
     * @param once whether the client sends the request once at most: without a body, it may send one again by itself
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
        } catch (RejectedExecutionException | IllegalStateException e) { // of executors and clients that are closed
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
