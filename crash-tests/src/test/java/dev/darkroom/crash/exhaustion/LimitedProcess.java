package dev.darkroom.crash.exhaustion;

import dev.darkroom.world.Jdk;
import dev.darkroom.world.WorkerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a jar as a process with a limited system resource. */
final class LimitedProcess {
    private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();
    /** The jar from the same build. */
    static final Path WORKER = EXAMPLES.resolve("fly-worker/target/fly-worker.jar");

    static final Path SERVLET = EXAMPLES.resolve("upload-servlet/target/upload-servlet.jar");

    /** JVM flags for a quick start and little memory. C2 would use memory that the test needs for pictures. */
    private static final List<String> JVM_FLAGS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

    private LimitedProcess() {}

    /**
     * @param limit shell command before the shell replaces itself by Java, such as {@code "ulimit -n 40"}
     */
    static WorkerProcess start(Path jar, Map<String, String> variables, String limit, String... options)
            throws IOException {
        List<String> java = new ArrayList<>(List.of(Jdk.running().java().toString()));
        java.addAll(JVM_FLAGS);
        java.addAll(List.of(options));
        java.addAll(List.of("-jar", jar.toString()));
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", limit + " && exec \"$@\"", "sh"));
        command.addAll(java);
        return WorkerProcess.start(command, variables);
    }
}
