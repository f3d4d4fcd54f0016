package dev.darkroom.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class S3ServerTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> ONLY_NEW = Map.of("if-none-match", "*");
    private static S3Server s3;

    @BeforeAll
    static void start() throws Exception {
        s3 = S3Server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        s3.close();
    }

    @Test
    void wrongSecretIsRefused() {
        Bucket right = s3.bucket("secrets").create();
        right.put("k", HELLO, "text/plain");
        Credentials wrong = new Credentials(Credentials.LOCAL.identity(), "guess");

        HttpResponse<byte[]> put = new Bucket(s3.endpoint(), wrong, "secrets").put("k", HELLO, "text/plain", Map.of());

        assertThat(put.statusCode()).isEqualTo(403);
    }

    @Test
    void conditionalPutOnAnExistingKeyAnswers412AndChangesNothing() {
        Bucket bucket = s3.bucket("conditions").create();
        assertThat(bucket.put("k", HELLO, "text/plain", ONLY_NEW).statusCode()).isEqualTo(200);

        assertThat(bucket.put("k", new byte[9], "text/html", ONLY_NEW).statusCode())
                .isEqualTo(412);

        assertThat(bucket.get("k")).hasValueSatisfying(object -> {
            assertThat(object.bytes()).isEqualTo(HELLO);
            assertThat(object.contentType()).isEqualTo("text/plain");
        });
    }

    @Test
    void ofTwoConditionalPutsAtOnceExactlyOneWins() throws Exception {
        Bucket bucket = s3.bucket("races").create();
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 10; round++) {
            String key = "k" + round;
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int size : new int[] {1 << 20, 2 << 20}) {
                statuses.add(two.submit(() -> {
                    together.await();
                    return bucket.put(key, new byte[size], "image/jpeg", ONLY_NEW)
                            .statusCode();
                }));
            }
            assertThat(List.of(statuses.get(0).get(), statuses.get(1).get())).containsExactlyInAnyOrder(200, 412);
        }
        two.shutdown();
    }

    @Test
    void keysOfAnyAlphabetAndUserMetadataComeBack() {
        Bucket bucket = s3.bucket("names").create();
        String key = "batch 1/sønnenuntergang (日没)+~'*.jpg";

        bucket.put(key, HELLO, "image/jpeg", Map.of("x-amz-meta-task-id", "t-1"));

        assertThat(bucket.keys()).containsExactly(key);
        assertThat(bucket.head(key)).hasValueSatisfying(head -> {
            assertThat(head.metadata("task-id")).hasValue("t-1");
            assertThat(head.contentType()).isEqualTo("image/jpeg");
        });
        bucket.delete(key);
        assertThat(bucket.get(key)).isEmpty();
    }

    @Test
    void serverProcessEndsWhenClosed() throws Exception {
        S3Server another = S3Server.start();
        another.close();

        assertThat(another.running()).isFalse();
    }
}
