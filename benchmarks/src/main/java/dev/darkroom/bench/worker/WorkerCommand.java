package dev.darkroom.bench.worker;

import dev.darkroom.bench.engine.ProcessFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command of a worker. Its process runs one job, which environment variables describe, and then ends.
 *
 * @param folder working folder of the process
 */
record WorkerCommand(String name, List<String> command, Path folder) {
    private static final long TIMEOUT_SECONDS = 60;
    private static final long SAMPLE_MILLIS = 2;

    /**
     * The result of a run.
     *
     * @param wallMs time from start to end of the process
     * @param peakKib last sample of the peak resident memory, taken at most {@value SAMPLE_MILLIS} ms before the end
     */
    record Run(int exit, double wallMs, long peakKib) {}

    /**
     * Runs the worker with these variables in addition to {@code PATH} and {@code HOME}.
     *
     * @param log file for the output of the worker
     */
    Run run(Map<String, String> variables, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        String path = builder.environment().getOrDefault("PATH", "");
        String home = builder.environment().getOrDefault("HOME", "");
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().put("PATH", path);
        builder.environment().put("HOME", home);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, ProcessFacts.peakKib(process.pid()));
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IOException(name + " did not end in " + TIMEOUT_SECONDS + " s: " + Files.readString(log));
            }
        }
        return new Run(process.exitValue(), (System.nanoTime() - start) / 1e6, peak);
    }
}
