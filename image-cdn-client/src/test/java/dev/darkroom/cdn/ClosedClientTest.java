package dev.darkroom.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.RetryPolicy;
import java.time.Duration;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call on a closed client is a typed failure and is not retried. */
@Timeout(60)
class ClosedClientTest {
    private static final RetryPolicy RETRY = RetryPolicy.standard().with(new VirtualTime(), new Random(3));

    @Test
    void aClosedCallbackIsATypedFailure() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            Callback callback = Callback.builder(server.url()).retry(RETRY).build();
            callback.close();
            isClosed(() -> callback.send(Bytes.empty(), "task-1"), "callback");
            isClosed(() -> callback.sendOnce(Bytes.empty(), "task-1", Duration.ofSeconds(5)), "callback");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aClosedPublisherIsATypedFailure() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            CdnPublisher cdn = CdnPublisher.builder(server.url()).retry(RETRY).build();
            cdn.close();
            isClosed(() -> cdn.serves("id", Deadline.after(Duration.ofMinutes(1))), "cdn");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static void isClosed(ThrowingCallable call, String service) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ImageException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.Unavailable(service, "its client was closed", false)));
    }
}
