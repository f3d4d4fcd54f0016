package dev.darkroom.cdn;

import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.spi.delivery.Retry;
import dev.darkroom.testkit.PublisherContract;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class CdnPublisherContractTest implements PublisherContract {
    private ScriptedServer up;
    private ScriptedServer down;

    @BeforeEach
    void start() throws IOException {
        up = new ScriptedServer((request, socket, out) ->
                ScriptedServer.write(out, 201, Given.registered(request.id(), "small", "large")));
        down = new ScriptedServer(ScriptedServer.status(500));
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

    private static Publisher at(ScriptedServer server) {
        return CdnPublisher.builder(server.url())
                .retry(Retry.standard().with(new TurnedTime(), new Random(3)))
                .build();
    }
}
