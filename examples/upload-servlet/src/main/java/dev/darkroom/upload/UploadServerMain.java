package dev.darkroom.upload;

import dev.darkroom.core.ImageException;
import dev.darkroom.host.Environment;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Main class of the server, which runs until a signal stops it. Exit status: 0 stopped by a signal, 1 the port is in use, 2 misconfigured.
 */
public final class UploadServerMain {
    private static final String DEVELOPER = "demo";

    private UploadServerMain() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>(Environment.read());
        WebServer server;
        String invitation = "";
        try {
            if (CredentialSettings.areMissing(settings)) {
                String token = CredentialSettings.random();
                settings.put(ServletVariable.TOKENS.name(), DEVELOPER + ":" + token);
                invitation = "#creator=" + DEVELOPER + "&token=" + token;
                System.out.println(
                        "Development token of creator \"" + DEVELOPER + "\", valid until the server stops: " + token);
            }
            UploadApplication opened = UploadApplication.open(settings, "");
            server = WebServer.start(
                    new UploadServlet(settings, (all, base) -> opened),
                    ServletVariable.HOST.in(settings),
                    ServletVariable.PORT.number(settings));
        } catch (IllegalArgumentException | ImageException e) {
            throw ended(2, e);
        } catch (IOException e) {
            throw ended(1, e);
        }
        System.out.println(
                "Page: http://" + ServletVariable.HOST.in(settings) + ":" + server.port() + "/" + invitation);
        awaitSignal(server);
    }

    private static void awaitSignal(WebServer server) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                System.out.println("Stopping: requests that have arrived are finished first");
                                server.stop();
                            } catch (Exception e) {
                                UploadServlet.LOG.log(System.Logger.Level.WARNING, "the server stopped uncleanly", e);
                            } finally {
                                stopped.countDown();
                            }
                        },
                        "stop"));
        stopped.await();
    }

    private static IllegalStateException ended(int status, Exception why) {
        System.err.println("upload-servlet: " + why.getMessage());
        System.exit(status);
        return new IllegalStateException("unreachable", why);
    }
}
