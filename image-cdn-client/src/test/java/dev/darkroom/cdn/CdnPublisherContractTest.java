package dev.darkroom.cdn;

import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.testkit.PublisherContract;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class CdnPublisherContractTest implements PublisherContract {
    private ScriptedHttpServer up;
    private ScriptedHttpServer down;

    @BeforeEach
    void start() throws IOException {
        up = new ScriptedHttpServer((request, socket, out) ->
                ScriptedHttpServer.write(out, 201, CdnFixtures.registered(request.id(), "small", "large")));
        down = new ScriptedHttpServer(ScriptedHttpServer.status(500));
    }

    @AfterEach
    void stop() throws IOException {
        up.close();
        down.close();
    }

    @Override
    public Publisher working() {
        return at(up);
    }

    @Override
    public Publisher failing() {
        return at(down);
    }

    private static Publisher at(ScriptedHttpServer server) {
        return CdnPublisher.builder(server.url())
                .retry(RetryPolicy.standard().with(new VirtualTime(), new Random(3)))
                .build();
    }
}
