package dev.darkroom.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Source;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.testkit.BrokenStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ref, which shows that a job is complete: its content, and when an existing ref is accepted. */
@Timeout(600)
class RefPublisherTest {
    private static final String KEY = "staging/sunset.jpg.ref.json";
    private static final Map<String, String> ATTRIBUTES = Map.of(
            CdnPublisher.ORIGINAL_FILENAME, "sunset.jpg",
            CdnPublisher.IPFS_CID, "bafy123",
            RefPublisher.ORIGINAL_SIZE, "1234567");
    private static final String ASKED = "the check whether the CDN still serves the asset of an existing ref failed: ";
    private static final String REF = """
            {
              "url" : "https://cdn.example/asset/ID1",
              "ipfs_cid" : "bafy123",
              "type" : "image/jpeg",
              "size" : 1234567,
              "filename" : "sunset.jpg"
            }""";

    /** A time limit that only ends a hanging test. An answer from memory takes almost no time. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final SingleObjectStore store = new SingleObjectStore();
    private final VirtualTime time = new VirtualTime();

    private RefPublisher at(ScriptedHttpServer server) {
        CdnPublisher cdn = CdnPublisher.builder(server.url())
                .retry(RetryPolicy.standard().with(time, new Random(3)))
                .build();
        return new RefPublisher(store, KEY, cdn, "archive");
    }

    private static Delivery delivery(Map<String, String> attributes) {
        List<Publication> earlier = List.of(
                new Publication("cdn", Map.of(), Map.of(CdnPublisher.CDN_URL, "https://cdn.example/asset/ID1")),
                new Publication("archive", Map.of(), Map.of("key", "sunset-1a2b3c4d.jpg")));
        return new Delivery(
                "job-1",
                attributes,
                Bytes.wrap(new byte[77]),
                CdnFixtures.info(),
                List.of(),
                earlier,
                Deadline.after(Duration.ofHours(1)));
    }

    @Test
    void theRefNamesTheAssetAndWhereTheOriginalIs() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            Publication done = at(server).publish(delivery(ATTRIBUTES));

            assertThat(store.key).isEqualTo(KEY);
            assertThat(text(store.content)).isEqualToIgnoringNewLines(REF.replace(" :", ":"));
            assertThat(store.options.contentType()).isEqualTo("application/json");
            assertThat(store.options.metadata()).containsEntry("archive-key", "sunset-1a2b3c4d.jpg");
            assertThat(done.properties())
                    .containsEntry(RefPublisher.DATA, text(store.content))
                    .containsEntry(RefPublisher.ARCHIVE_KEY, "sunset-1a2b3c4d.jpg");
        }
    }

    @Test
    void withoutAttributesThereIsNoCidAndTheSizeIsTheActualOne() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            at(server).publish(delivery(Map.of()));
            assertThat(text(store.content)).doesNotContain("ipfs_cid").contains("\"size\": 77");
        }
    }

    @Test
    void whatAnEarlierJobWroteIsFoundAgain() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            at(server).publish(delivery(ATTRIBUTES));
            Optional<Publication> found = at(server).published(ATTRIBUTES);

            assertThat(found).isPresent();
            assertThat(found.get().properties())
                    .containsEntry(RefPublisher.DATA, text(store.content))
                    .containsEntry(RefPublisher.ARCHIVE_KEY, "sunset-1a2b3c4d.jpg");
            assertThat(server.requests()).extracting("path").containsExactly("/asset/ID1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aRefWhoseAssetIsNotServedIsNotBelieved(int status) throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(status))) {
            store.holds(KEY, REF);
            assertThat(at(server).published(ATTRIBUTES)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 409, 503})
    void withoutAWordOfTheCdnWhetherItServesTheAssetTheJobIsNotDoneAgain(int status) throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(status))) {
            store.holds(KEY, REF);
            assertThatThrownBy(() -> at(server).published(ATTRIBUTES))
                    .isInstanceOfSatisfying(
                            ImageException.class,
                            e -> assertThat(e.failure().retryable()).isTrue())
                    .hasMessage(ASKED + status);
        }
    }

    @Test
    void aCdnThatDoesNotAnswerIsToldFromAJobThatIsDone() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.hang(time))) {
            store.holds(KEY, REF);
            RefPublisher ref = at(server);
            assertThatThrownBy(() -> ref.unlessPublished(ATTRIBUTES, Source.of(Bytes.empty()))
                            .read(10))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class))
                    .hasMessageMatching(ASKED + "no answer within \\d+ ms");
            assertThat(ref.written(LONG)).isEmpty();
            server.awaitClientsGone();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"url\":\"https://cdn.example/asset/ID1\"}",
                "{\"url\":\"https://cdn.example/\",\"ipfs_cid\":\"bafy123\",\"size\":1234567,\"filename\":\"sunset.jpg\"}",
                "{\"url\":\"https://cdn.example/asset/ID1\",\"ipfs_cid\":\"bafy123\",\"size\":1,\"filename\":\"sunset.jpg\"}",
                "{\"url\":\"https://cdn.example/asset/ID1\",\"ipfs_cid\":\"other\",\"size\":1234567,\"filename\":\"sunset.jpg\"}",
                "{\"url\":\"https://cdn.example/asset/ID1\",\"ipfs_cid\":\"bafy123\",\"size\":1234567,\"filename\":\"b.jpg\"}"
            })
    void whatIsNoRefOfThisUploadIsAsIfItWereNotThere(String content) throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            store.holds(KEY, content);
            assertThat(at(server).published(ATTRIBUTES)).isEmpty();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void whatIsTooLongForARefDoesNotStopTheJob() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            store.holds(KEY, REF + " ".repeat(65 * 1024));
            assertThat(at(server).published(ATTRIBUTES)).isEmpty();
        }
    }

    @Test
    void aRefWhoseAnswerWasLostIsFoundByAsking() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            RefPublisher ref = at(server);
            assertThat(ref.written(LONG)).isEmpty();
            store.losesAnswers = true;
            assertThatThrownBy(() -> ref.publish(delivery(ATTRIBUTES))).hasMessage("the answer was lost");
            assertThat(ref.written(LONG)).isPresent();

            store.holds(KEY, "another job's");
            assertThat(ref.written(LONG)).isEmpty();
        }
    }

    @Test
    void anUploadIsReadOnlyForAJobThatIsNotDone() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            Bytes upload = Bytes.wrap(new byte[] {1, 2, 3});
            RefPublisher ref = at(server);
            assertThat(ref.unlessPublished(ATTRIBUTES, Source.of(upload)).read(10))
                    .isEqualTo(upload);
            assertThat(ref.written(LONG)).isEmpty();

            store.holds(KEY, REF);
            assertThatThrownBy(() ->
                            ref.unlessPublished(ATTRIBUTES, Source.of(upload)).read(10))
                    .hasMessage("an earlier job has already published this picture");
            assertThat(ref.written(LONG).orElseThrow().properties()).containsEntry(RefPublisher.DATA, REF);
        }
    }

    @Test
    void anUploadThatWasDeletedWhenAllWasDoneIsNotMissed() throws Exception {
        Source gone = max -> {
            throw ImageException.refused("staging", "there is no such object");
        };
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            RefPublisher ref = at(server);
            assertThatThrownBy(() -> ref.unlessPublished(ATTRIBUTES, gone).read(10))
                    .hasMessage("there is no such object");
            store.holds(KEY, REF);
            assertThatThrownBy(() -> ref.unlessPublished(ATTRIBUTES, gone).read(10))
                    .hasMessage("an earlier job has already published this picture");
            assertThat(ref.written(LONG)).isPresent();
        }
    }

    @Test
    void withoutAnAnswerWhetherTheJobIsDoneItIsNotBegun() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            CdnPublisher cdn = CdnPublisher.builder(server.url()).build();
            RefPublisher ref = new RefPublisher(new BrokenStore(), KEY, cdn, "archive");
            assertThatThrownBy(() -> ref.unlessPublished(ATTRIBUTES, Source.of(Bytes.empty()))
                            .read(10))
                    .hasMessage("503");
        }
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }
}
