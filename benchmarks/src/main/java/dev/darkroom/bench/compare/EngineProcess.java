package dev.darkroom.bench.compare;

import dev.darkroom.world.StrictJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The process of an engine. Its standard error goes to a file next to its variants. */
final class EngineProcess implements AutoCloseable {
    private final EngineCommand engine;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final Path errors;
    private final Map<String, ?> ready;

    /**
     * Starts an engine and waits until it is ready.
     *
     * @param arguments the arguments of the job
     */
    EngineProcess(EngineCommand engine, List<String> arguments, Path errors) throws IOException {
        this.engine = engine;
        this.errors = errors;
        List<String> command = new ArrayList<>(CpuAffinity.prefix(engine.cores()));
        command.addAll(engine.command());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(engine.environment());
        this.process = builder.start();
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.ready = StrictJson.object(answer());
    }

    EngineCommand contestant() {
        return engine;
    }

    /** The first line of the engine: its description of itself. */
    Map<String, ?> ready() {
        return ready;
    }

    Pass run() throws IOException {
        in.write("run " + engine.cores().size() + "\n");
        in.flush();
        return Pass.of(answer());
    }

    private String answer() throws IOException {
        String line = out.readLine();
        if (line == null) {
            process.destroyForcibly();
            String said = Files.readString(errors);
            throw new IOException(engine.name() + " ended: "
                    + said.substring(Math.max(0, said.length() - 2000)).strip());
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
