package dev.darkroom.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkGlobalTime;

/** A machine whose clock differs from that of the service. The server checks signatures and their dates. */
class S3ClockTest {
    private static final Bytes CONTENT = Bytes.wrap(new byte[] {1, 2, 3});

    private static S3ProxyBucket bucket;

    @BeforeAll
    static void start() throws Exception {
        bucket = new S3ProxyBucket(Duration.ofDays(2));
    }

    @AfterAll
    static void stop() throws Exception {
        bucket.close();
    }

    /** Resets the clock correction of the SDK, which all clients of the process share. */
    @AfterEach
    void forgetCorrection() {
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    @BeforeEach
    void store() throws ImageException {
        SdkGlobalTime.setGlobalTimeOffset(0);
        try (S3Store store = bucket.settings().open()) {
            store.put("there", CONTENT, PutOptions.plain());
            store.delete("new");
        }
    }

    private enum Operation {
        GET {
            @Override
            void run(ObjectStore store) throws ImageException {
                assertThat(store.get("there", 10).orElseThrow().content()).isEqualTo(CONTENT);
            }
        },
        HEAD {
            @Override
            void run(ObjectStore store) throws ImageException {
                assertThat(store.head("there").orElseThrow().length()).isEqualTo(3);
            }
        },
        PUT {
            @Override
            void run(ObjectStore store) throws ImageException {
                assertThat(store.put("new", CONTENT, PutOptions.plain()).isStored())
                        .isTrue();
                assertThat(store.get("new", 10).orElseThrow().content()).isEqualTo(CONTENT);
            }
        },
        PUT_IF_ABSENT {
            @Override
            void run(ObjectStore store) throws ImageException {
                assertThat(store.put("new", CONTENT, PutOptions.plain().ifAbsent())
                                .isStored())
                        .isTrue();
                assertThat(store.put("there", CONTENT, PutOptions.plain().ifAbsent()))
                        .isInstanceOf(PutResult.Refused.class);
            }
        },
        COPY {
            @Override
            void run(ObjectStore store) throws ImageException {
                assertThat(store.copy("there", "new", PutOptions.plain()).isStored())
                        .isTrue();
                assertThat(store.get("new", 10).orElseThrow().content()).isEqualTo(CONTENT);
            }
        },
        COPY_IF_ABSENT {
            @Override
            void run(ObjectStore store) throws ImageException {
                assertThat(store.copy("there", "new", PutOptions.plain().ifAbsent())
                                .isStored())
                        .isTrue();
            }
        },
        DELETE {
            @Override
            void run(ObjectStore store) throws ImageException {
                store.delete("there");
                assertThat(store.head("there")).isEmpty();
            }
        };

        abstract void run(ObjectStore store) throws ImageException;
    }

    @ParameterizedTest
    @CsvSource({
        "20, GET", "20, HEAD", "20, PUT", "20, PUT_IF_ABSENT", "20, COPY", "20, COPY_IF_ABSENT", "20, DELETE",
        "-20, GET", "-20, HEAD", "-20, PUT", "-20, PUT_IF_ABSENT", "-20, COPY", "-20, COPY_IF_ABSENT", "-20, DELETE",
        "60, PUT", "-60, HEAD"
    })
    void aClockThatIsOffByMinutesIsCorrectedAndTheRequestSentAgain(int minutes, Operation operation)
            throws ImageException {
        VirtualTime time = new VirtualTime();
        S3Settings settings = bucket.settings().retry(RetryPolicy.standard().with(time, new Random(7)));
        ShiftedClock service = new ShiftedClock(S3Requests.http(Duration.ofSeconds(5)), Duration.ofMinutes(minutes));
        try (S3Store store = new S3Store(settings, new S3Requests(settings, service))) {
            operation.run(store);
            assertThat(service.refused()).as("refused").isEqualTo(1);
            assertThat(time.slept())
                    .as("the pause, which the store's own policy chooses")
                    .isBetween(Duration.ofNanos(1), Duration.ofMillis(200));
            int asked = service.asked().size();
            store.head("there");
            assertThat(service.asked().size() - asked)
                    .as("requests of a later call")
                    .isEqualTo(1);
        }
    }

    @Test
    void aClockThatCannotBeCorrectedIsToldAfterOneMoreTry() throws Exception {
        String body = "<Error><Code>RequestTimeTooSkewed</Code><Message>private prose</Message></Error>";
        String date = "Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plus(Duration.ofSeconds(1230)).atZone(ZoneOffset.UTC));
        try (ScriptedS3Server server = new ScriptedS3Server();
                S3Store store = S3Store.r2("account", "AKIDEXAMPLE", "the-secret", "bucket")
                        .endpoint(server.endpoint())
                        .retry(RetryPolicy.standard().with(new VirtualTime(), new Random(7)))
                        .open()) {
            server.then(403, date, body).then(403, date, body);
            assertThatThrownBy(() -> store.put("key", CONTENT, PutOptions.plain()))
                    .isInstanceOfSatisfying(ImageException.class, e -> {
                        assertThat(e)
                                .hasMessage(
                                        "the object store answered 403 to a write: this machine's clock is 20 minutes"
                                                + " behind the object store's; set it");
                        assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class);
                        assertThat(e.failure().retryable()).isFalse();
                        assertThat(e.isWithoutEffect()).isTrue();
                    });
            assertThat(server.requests()).hasSize(2);
        }
    }
}
