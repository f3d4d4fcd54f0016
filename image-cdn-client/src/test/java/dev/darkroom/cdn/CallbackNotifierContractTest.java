package dev.darkroom.cdn;

import dev.darkroom.spi.delivery.Notifier;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.testkit.NotifierContract;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class CallbackNotifierContractTest implements NotifierContract {
    private ScriptedHttpServer up;
    private ScriptedHttpServer down;

    @BeforeEach
    void start() throws IOException {
        up = new ScriptedHttpServer(ScriptedHttpServer.status(200));
        down = new ScriptedHttpServer(ScriptedHttpServer.status(500));
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

    private static Notifier at(ScriptedHttpServer server) {
        RetryPolicy retry = RetryPolicy.standard().with(new VirtualTime(), new Random(3));
        return new CallbackNotifier(Callback.builder(server.url()).retry(retry).build());
    }
}
