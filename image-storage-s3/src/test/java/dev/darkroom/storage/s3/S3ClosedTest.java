package dev.darkroom.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.RetryPolicy;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** A store that is closed before or during a call. */
class S3ClosedTest {
    private static final Bytes CONTENT = Bytes.wrap(new byte[] {1});

    private final CountDownLatch released = new CountDownLatch(1);
    private ScriptedS3Server server;
    private S3Settings settings;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedS3Server();
        settings = S3Store.r2("account", "AKIDEXAMPLE", "the-secret", "bucket")
                .endpoint(server.endpoint())
                .retry(RetryPolicy.standard().with(new VirtualTime(), new Random(7)));
    }

    @AfterEach
    void close() throws IOException {
        released.countDown();
        server.close();
    }

    private interface Call {
        void on(S3Store store) throws ImageException;
    }

    private static final Map<String, Call> CALLS = Map.of(
            "get", store -> store.get("key", 10),
            "head", store -> store.head("key"),
            "put", store -> store.put("key", CONTENT, PutOptions.plain()),
            "put if absent",
                    store -> store.put("key", CONTENT, PutOptions.plain().ifAbsent()),
            "copy", store -> store.copy("key", "to", PutOptions.plain()),
            "copy if absent",
                    store -> store.copy("key", "to", PutOptions.plain().ifAbsent()),
            "delete", store -> store.delete("key"));

    @ParameterizedTest
    @ValueSource(strings = {"get", "head", "put", "put if absent", "copy", "copy if absent", "delete"})
    void aCallOfAClosedStoreIsItsTypedFailure(String name) {
        S3Store store = settings.open();
        store.close();
        isClosed(() -> CALLS.get(name).on(store), true);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "head", "put", "put if absent", "copy", "copy if absent", "delete"})
    @Timeout(60)
    void aCallThatWaitsWhenTheStoreIsClosedEndsInItsTypedFailure(String name) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.then(out -> {
            arrived.countDown();
            released.await();
        });
        S3Store store = settings.open();
        FutureTask<Boolean> call = new FutureTask<>(() -> {
            CALLS.get(name).on(store);
            return true;
        });
        Thread caller = new Thread(call, "caller");
        caller.setDaemon(true);
        caller.start();
        assertThat(arrived.await(30, TimeUnit.SECONDS))
                .as("the request arrived")
                .isTrue();
        store.close();
        released.countDown();
        isClosed(
                () -> {
                    try {
                        call.get();
                    } catch (ExecutionException e) {
                        throw e.getCause();
                    }
                },
                false);
    }

    /** Exceptions that executors and HTTP clients of the SDK throw after the store was closed, before the store notices. */
    @Test
    void whatAClosedClientThrowsIsTheStoresTypedFailure() {
        for (RuntimeException thrown : new RuntimeException[] {
            new RejectedExecutionException("shut down"), new IllegalStateException("Connection pool shut down")
        }) {
            S3Store[] store = new S3Store[1];
            store[0] = new S3Store(settings, new S3Requests(settings, client(() -> {
                store[0].close();
                throw thrown;
            })));
            isClosed(() -> store[0].get("key", 10), false);
        }
    }

    private static void isClosed(ThrowingCallable call, boolean withoutEffect) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ImageException.class, e -> {
            assertThat(e).hasMessageEndingWith(": the store was closed");
            assertThat(e.failure()).isInstanceOfSatisfying(Failure.Unavailable.class, failure -> {
                assertThat(failure.service()).isEqualTo("r2 bucket bucket");
                assertThat(failure.retryable()).isFalse();
            });
            assertThat(e.isWithoutEffect()).as("surely without effect").isEqualTo(withoutEffect);
        });
    }

    private static SdkHttpClient client(Runnable called) {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                return new ExecutableHttpRequest() {
                    @Override
                    public HttpExecuteResponse call() {
                        called.run();
                        throw new AssertionError("nothing was thrown");
                    }

                    @Override
                    public void abort() {}
                };
            }

            @Override
            public void close() {}
        };
    }
}
