package dev.darkroom.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.spi.delivery.Timeouts;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The meaning of a 409 after an attempt with an unknown result. */
@Timeout(600)
class LostAnswerTest {
    private static final Rendition THUMB = CdnFixtures.rendition("thumb", 50_000);

    private final VirtualTime time = new VirtualTime();

    private CdnPublisher.Builder at(ScriptedHttpServer server) {
        return CdnPublisher.builder(server.url()).retry(RetryPolicy.standard().with(time, new Random(3)));
    }

    @Test
    void whatWasRegisteredUnheardIsOurs() throws Exception {
        try (ScriptedHttpServer server =
                        new ScriptedHttpServer(ScriptedHttpServer.reset(), ScriptedHttpServer.status(409));
                ScriptedHttpServer edge =
                        new ScriptedHttpServer(ScriptedHttpServer.answer(200, "picture ".repeat(500_000)))) {
            Publication done = at(server).publicUrl(edge.url()).build().publish(CdnFixtures.delivery(THUMB));
            String id = server.requests().get(0).id();
            assertThat(server.requests())
                    .extracting(ScriptedHttpServer.Request::id)
                    .containsExactly(id, id);
            assertThat(edge.requests()).extracting("path").containsExactly("/asset/" + id);
            assertThat(edge.requests()).extracting("method").containsExactly("GET");
            assertThat(done.references()).isEqualTo(Map.of("thumb", edge.url() + "/asset/" + id + "?size=thumb"));
            assertThat(done.properties())
                    .isEqualTo(Map.of("assetId", id, "cdnUrl", edge.url() + "/asset/" + id, "attempts", "2"));
        }
    }

    @Test
    void a500MayHaveRegisteredTheAssetToo() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                ScriptedHttpServer.status(500),
                ScriptedHttpServer.status(409),
                ScriptedHttpServer.answer(200, "picture"))) {
            Publication done = at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(server.requests()).extracting("method").containsExactly("POST", "POST", "GET");
            assertThat(done.properties())
                    .containsEntry("assetId", server.requests().get(0).id());
        }
    }

    @Test
    void anAnswerLostOnTheWayBackIsDoubtToo() throws Exception {
        ScriptedHttpServer.Reaction half = (request, socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"success\":tr".getBytes("US-ASCII"));
        };
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                half, ScriptedHttpServer.status(409), ScriptedHttpServer.answer(200, "picture"))) {
            at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(server.requests()).extracting("method").containsExactly("POST", "POST", "GET");
        }
    }

    @Test
    void aTimeoutIsDoubtToo() throws Exception {
        ScriptedHttpServer.Reaction slow = (request, socket, out) -> {
            time.sleep(Timeouts.standard().attempt());
            ScriptedHttpServer.hang().react(request, socket, out);
        };
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                slow, ScriptedHttpServer.status(409), ScriptedHttpServer.answer(200, "picture"))) {
            at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(server.requests()).extracting("method").containsExactly("POST", "POST", "GET");
        }
    }

    @Test
    void whatIsNotThereIsSomebodyElsesIdAfterAll() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                ScriptedHttpServer.reset(),
                ScriptedHttpServer.status(409),
                ScriptedHttpServer.status(404),
                CdnFixtures.registers())) {
            Publication done = at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(server.requests()).extracting("method").containsExactly("POST", "POST", "GET", "POST");
            assertThat(server.requests().get(3).id())
                    .isNotEqualTo(server.requests().get(0).id());
            assertThat(done.properties())
                    .containsEntry("assetId", server.requests().get(3).id());
        }
    }

    @Test
    void idsGivenUpInDoubtAreToldAsLeftBehind() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                ScriptedHttpServer.reset(),
                ScriptedHttpServer.status(409),
                ScriptedHttpServer.status(404),
                ScriptedHttpServer.status(403))) {
            ImageException e = catchThrowableOfType(
                    ImageException.class, () -> at(server).build().publish(CdnFixtures.delivery(THUMB)));
            assertThat(e.leftBehind())
                    .contains("cdn asset " + server.requests().get(0).id());
        }
    }

    @Test
    void anotherIdStartsWithoutDoubt() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                ScriptedHttpServer.reset(),
                ScriptedHttpServer.status(409),
                ScriptedHttpServer.status(404),
                ScriptedHttpServer.status(409),
                CdnFixtures.registers())) {
            at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(server.requests()).extracting("method").containsExactly("POST", "POST", "GET", "POST", "POST");
        }
    }

    @Test
    void theQuestionWhetherItIsThereIsRepeatedToo() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                ScriptedHttpServer.reset(),
                ScriptedHttpServer.status(409),
                ScriptedHttpServer.status(503),
                ScriptedHttpServer.reset(),
                ScriptedHttpServer.answer(200, ""))) {
            at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(server.requests()).extracting("method").containsExactly("POST", "POST", "GET", "GET", "GET");
        }
    }

    @Test
    void throttlingIsNoDoubt() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                ScriptedHttpServer.status(429), ScriptedHttpServer.status(409), CdnFixtures.registers())) {
            at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(server.requests()).extracting("method").containsExactly("POST", "POST", "POST");
            assertThat(server.requests().get(2).id())
                    .isNotEqualTo(server.requests().get(1).id());
        }
    }

    @Test
    void aConnectionResetBeforeTheBodyIsTriedAgain() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer(ScriptedHttpServer.resetBeforeTheBody(), CdnFixtures.registers())) {
            Publication done =
                    at(server).build().publish(CdnFixtures.delivery(CdnFixtures.rendition("thumb", 5_000_000)));
            assertThat(done.properties()).containsEntry("attempts", "2");
        }
    }

    @Test
    void whatMayHaveBeenRegisteredIsToldWhenAllIsLost() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.reset())) {
            ImageException e = catchThrowableOfType(
                    ImageException.class, () -> at(server).build().publish(CdnFixtures.delivery(THUMB)));
            assertThat(e).hasMessage("the connection ended before the answer was complete");
            assertThat(e.leftBehind())
                    .containsExactly("cdn asset " + server.requests().get(0).id());
            assertThat(server.requests().stream()
                            .map(ScriptedHttpServer.Request::id)
                            .distinct())
                    .hasSize(1);
        }
    }
}
