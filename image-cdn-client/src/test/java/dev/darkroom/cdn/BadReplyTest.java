package dev.darkroom.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.spi.delivery.Timeouts;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(600)
class BadReplyTest {
    private final VirtualTime time = new VirtualTime();

    private ImageException failureAt(ScriptedHttpServer server, Timeouts timeouts) {
        CdnPublisher cdn = CdnPublisher.builder(server.url())
                .timeouts(timeouts)
                .retry(RetryPolicy.standard().with(time, new Random(3)))
                .ids(() -> "ID1")
                .maxReply(100_000)
                .build();
        ImageException e = catchThrowableOfType(
                ImageException.class, () -> cdn.publish(CdnFixtures.delivery(CdnFixtures.rendition("thumb", 9))));
        assertThat(e).as("publishing fails").isNotNull();
        assertThat(e.leftBehind()).containsExactly("cdn asset ID1");
        return e;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not a JSON object | OK
            not a JSON object | ``
            not a JSON object | [{"success":true}]
            not a JSON object | {"success":tr
            not a JSON object | {"success":true,"success":true}
            not a single JSON object | {"success":true} {}
            does not say success | {}
            does not say success | {"success":false,"error":"own words"}
            does not say success | {"success":"true","assetId":"ID1","cdnUrl":"https://c.ex/asset/ID1","variants":{"thumb":"https://c.ex/t"}}
            about another asset | {"success":true,"assetId":"ID2","cdnUrl":"https://c.ex/asset/ID1","variants":{"thumb":"https://c.ex/t"}}
            about another asset | {"success":true,"cdnUrl":"https://c.ex/asset/ID1","variants":{"thumb":"https://c.ex/t"}}
            cdnUrl is not one of this | {"success":true,"assetId":"ID1","cdnUrl":"https://c.ex/asset/ID2","variants":{"thumb":"https://c.ex/t"}}
            cdnUrl is not one of this | {"success":true,"assetId":"ID1","cdnUrl":"https://c.ex/asset/XID1","variants":{"thumb":"https://c.ex/t"}}
            cdnUrl is not one of this | {"success":true,"assetId":"ID1","cdnUrl":"javascript:alert(1)/ID1","variants":{"thumb":"https://c.ex/t"}}
            cdnUrl is not one of this | {"success":true,"assetId":"ID1","variants":{"thumb":"https://c.ex/t"}}
            no URL for variant thumb | {"success":true,"assetId":"ID1","cdnUrl":"https://c.ex/asset/ID1","variants":{"medium":"https://c.ex/t"}}
            no URL for variant thumb | {"success":true,"assetId":"ID1","cdnUrl":"https://c.ex/asset/ID1","variants":{"thumb":7}}
            no URL for variant thumb | {"success":true,"assetId":"ID1","cdnUrl":"https://c.ex/asset/ID1","variants":["thumb"]}
            no URL for variant thumb | {"success":true,"assetId":"ID1","cdnUrl":"https://c.ex/asset/ID1"}
            """)
    void anythingButTheSpecifiedReplyIsAFailure(String message, String body) throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.answer(200, body))) {
            ImageException e = failureAt(server, Timeouts.standard());
            assertThat(e.failure())
                    .isInstanceOfSatisfying(
                            Failure.Unavailable.class,
                            f -> assertThat(f.retryable()).isFalse());
            assertThat(e).hasMessageContaining(message).hasMessageNotContaining("own words");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void deepNestingIsCutOff() throws Exception {
        String deep = "{\"success\":" + "[".repeat(40_000);
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.answer(200, deep))) {
            assertThat(failureAt(server, Timeouts.standard())).hasMessageContaining("nested deeper than 16");
        }
    }

    @Test
    void anEndlessReplyIsCutOff() throws Exception {
        ScriptedHttpServer.Reaction endless = (request, socket, out) -> {
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"success\":true,".getBytes("US-ASCII"));
            byte[] more = " ".repeat(10_000).getBytes("US-ASCII");
            while (true) {
                out.write(more);
            }
        };
        try (ScriptedHttpServer server = new ScriptedHttpServer(endless)) {
            assertThat(failureAt(server, Timeouts.standard())).hasMessage("the answer is longer than 100000 bytes");
            server.awaitClientsGone();
        }
    }

    @Test
    void aReplyThatDripsIsBoundedInTime() throws Exception {
        ScriptedHttpServer.Reaction drip = (request, socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{".getBytes("US-ASCII"));
            out.flush();
            ScriptedHttpServer.hang(time).react(request, socket, out);
        };
        try (ScriptedHttpServer server = new ScriptedHttpServer(drip)) {
            assertThat(failureAt(server, Timeouts.standard())).hasMessageMatching("no answer within \\d+ ms");
            server.awaitClientsGone();
        }
    }

    @Test
    void whatIsNotHttpIsABrokenConnection() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.garbage())) {
            assertThat(failureAt(server, Timeouts.standard()))
                    .hasMessage("the connection ended before the answer was complete");
        }
    }
}
