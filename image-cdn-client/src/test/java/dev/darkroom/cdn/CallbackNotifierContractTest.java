package dev.darkroom.cdn;

import dev.darkroom.spi.delivery.Notifier;
import dev.darkroom.spi.delivery.Retry;
import dev.darkroom.testkit.NotifierContract;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class CallbackNotifierContractTest implements NotifierContract {
    private ScriptedServer up;
    private ScriptedServer down;

    @BeforeEach
    void start() throws IOException {
        up = new ScriptedServer(ScriptedServer.status(200));
        down = new ScriptedServer(ScriptedServer.status(500));
    }

    @AfterEach
    void stop() throws IOException {
        up.close();
        down.close();
    }

    @Override
    public Notifier working() {
        return at(up);
    }

    @Override
    public Notifier failing() {
        return at(down);
    }

    private static Notifier at(ScriptedServer server) {
        Retry retry = Retry.standard().with(new TurnedTime(), new Random(3));
        return new CallbackNotifier(Callback.builder(server.url()).retry(retry).build());
    }
}
