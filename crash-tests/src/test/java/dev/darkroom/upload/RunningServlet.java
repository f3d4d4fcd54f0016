package dev.darkroom.upload;

import dev.darkroom.spi.delivery.ObjectStore;
import java.time.Clock;
import java.util.Map;

/** The servlet in its server on a free local port, with a given store. */
public final class RunningServlet implements AutoCloseable {
    private final WebServer server;

    /**
     * @param settings settings by the names of the servlet's variables
     */
    public RunningServlet(Map<String, String> settings, ObjectStore store) throws Exception {
        server = WebServer.start(
                new UploadServlet(
                        settings,
                        (all, base) ->
                                new UploadApplication(all, base, store, PicturePipelines::pipeline, Clock.systemUTC())),
                "127.0.0.1",
                0);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
