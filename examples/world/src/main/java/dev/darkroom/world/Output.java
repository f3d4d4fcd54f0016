package dev.darkroom.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Collects what a process writes, so that it never waits for a reader. */
final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(); // synchronized by itself
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

    /** Of a process that has ended; the bound is for one whose children still have its pipe. */
    void awaitEnd() throws InterruptedException {
        reader.join(TimeUnit.MINUTES.toMillis(1));
    }

    private void read(InputStream in) {
        try (in) {
            in.transferTo(bytes);
        } catch (IOException processWasKilled) {
            // what it wrote before is there
        }
    }
}
