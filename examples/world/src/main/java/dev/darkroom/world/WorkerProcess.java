package dev.darkroom.world;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that runs a worker's jar with only the given environment variables. Closing it kills the process. */
public final class WorkerProcess implements AutoCloseable {
    /** Exit status of a process that ended by SIGTERM, on Linux and macOS. */
    public static final int TERMINATED = 143;
    /** Exit status of a process that ended by SIGINT. */
    public static final int INTERRUPTED = 130;
    /** Exit status of a process that ended by SIGKILL. */
    public static final int KILLED = 137;

    /**
     * The result of a worker process.
     *
     * @param exit exit status; 128 + the signal number if a signal ended the process
     */
    public record ProcessResult(int exit, String out, String err, Duration took) {}

    private final Process process;
    private final long start = System.nanoTime();
    private final Output out;
    private final Output err;

    private WorkerProcess(Process process) {
        this.process = process;
        this.out = Output.of(process.getInputStream(), "worker-out");
        this.err = Output.of(process.getErrorStream(), "worker-err");
    }

    /** Starts {@code java [options] -jar jar}. */
    public static WorkerProcess start(Jdk jdk, Path jar, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        return start(command, environment);
    }

    /** Starts any command, such as a launcher. */
    public static WorkerProcess start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new WorkerProcess(process);
    }

    /** Standard output so far. */
    public String out() {
        return out.text();
    }

    /** Standard error so far. */
    public String err() {
        return err.text();
    }

    /** Waits until its output or error output contains a text. */
    public void awaitText(String text, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!out().contains(text) && !err().contains(text)) {
            boolean over = process.waitFor(10, TimeUnit.MILLISECONDS) && out.drained() && err.drained();
            if (over || System.nanoTime() > end) {
                throw new IllegalStateException("the worker never printed \"" + text + "\":\n" + out() + err());
            }
        }
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** Processor time spent so far, by all its threads. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Sends SIGTERM. The output of the worker is still collected; {@link Process#destroy} would close its pipes. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGINT. */
    public void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Sends SIGKILL and waits until the process has ended. */
    public ProcessResult kill() throws InterruptedException {
        process.destroyForcibly();
        return await(Duration.ofMinutes(5));
    }

    /** True while it runs. */
    public boolean running() {
        return process.isAlive();
    }

    /** Waits for the end of the process. After the limit it kills the process and throws {@link IllegalStateException}. */
    public ProcessResult await(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException(
                    "the worker did not end within " + limit.toSeconds() + " s:\n" + out() + err());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        out.awaitEnd();
        err.awaitEnd();
        return new ProcessResult(process.exitValue(), out(), err(), took);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
