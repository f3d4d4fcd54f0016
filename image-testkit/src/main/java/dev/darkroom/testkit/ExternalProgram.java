package dev.darkroom.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** Runs third-party programs that tests compare results with. */
public final class ExternalProgram {
    private static final Map<String, Boolean> PRESENT = new ConcurrentHashMap<>();

    private ExternalProgram() {}

    /**
     * Runs a program with the input as its standard input. Returns its standard output; empty if its exit status is not 0. If the program
     * is not installed, the test is skipped with a message.
     */
    public static Optional<byte[]> run(byte[] input, String... command) {
        require(command[0]);
        try {
            Path in = Files.createTempFile("darkroom", ".in");
            Path out = Files.createTempFile("darkroom", ".out");
            try {
                Files.write(in, input);
                Process process = new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return process.waitFor() == 0 ? Optional.of(Files.readAllBytes(out)) : Optional.empty();
            } finally {
                Files.delete(in);
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void require(String name) {
        boolean present = PRESENT.computeIfAbsent(name, ExternalProgram::isOnPath);
        if (!present) {
            System.getLogger("dev.darkroom.testkit").log(Level.INFO, "skipped: " + name + " is not installed");
        }
        Assumptions.assumeTrue(present, name + " is not installed");
    }

    private static boolean isOnPath(String name) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }
}
