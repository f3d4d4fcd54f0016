package dev.darkroom.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Collects the output of a process, so that the process never blocks on a full pipe. */
final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(); // its methods are synchronized
    private final Thread reader;

    private Output(InputStream in, String name) {
        reader = new Thread(() -> read(in), name);
        reader.setDaemon(true);
    }

    static Output of(InputStream in, String name) {
        Output output = new Output(in, name);
        output.reader.start();
        return output;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    boolean drained() {
        return !reader.isAlive();
    }

    /**
     * Waits for the end of the output of a process that has ended. The wait is limited, because a child process may still hold the pipe.
     */
    void awaitEnd() throws InterruptedException {
        reader.join(TimeUnit.MINUTES.toMillis(1));
    }

    private void read(InputStream in) {
        try (in) {
            in.transferTo(bytes);
        } catch (IOException processWasKilled) {
            // the output up to here is kept
        }
    }
}
