package dev.darkroom.worker;

import dev.darkroom.world.Jdk;
import dev.darkroom.world.LocalServices;
import dev.darkroom.world.S3Server;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.WorkerProcess.ProcessResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The local services of one test, and worker processes from the real jar. Closing it kills workers that still run. */
final class WorkerFixture implements AutoCloseable {
    /** Time limit for a test that hangs. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    static final String KEY = "staging/batch_1/photos/sunset.jpg";
    static final String REF = KEY + ".ref.json";

    /** JVM flags for short processes: these workers run for about a second, so C2 does not pay off. */
    private static final List<String> JVM_FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Path JAR =
            Path.of(Objects.requireNonNull(System.getProperty("darkroom.worker.jar"), "-Ddarkroom.worker.jar"));

    private static final Path LAUNCHER = Path.of("bin/fly-worker").toAbsolutePath();

    final LocalServices world;
    private final List<WorkerProcess> started = new ArrayList<>();

    private WorkerFixture(LocalServices world) {
        this.world = world;
    }

    static WorkerFixture set() throws IOException {
        return new WorkerFixture(LocalServices.on(Server.SHARED));
    }

    /** Uploads the bytes to staging under {@link #KEY} and returns the environment of their task. */
    Map<String, String> upload(byte[] bytes, String contentType) {
        return world.upload(KEY, bytes, contentType);
    }

    /** Uploads a small JPEG. */
    Map<String, String> uploadSmall() {
        return upload(QuadrantPictures.jpeg(300, 200), "image/jpeg");
    }

    WorkerProcess start(Map<String, String> environment, String... options) throws IOException {
        return start(Jdk.running(), environment, options);
    }

    WorkerProcess start(Jdk jdk, Map<String, String> environment, String... options) throws IOException {
        List<String> all = new ArrayList<>(JVM_FLAGS);
        all.add("-Ddarkroom.turbo=" + System.getProperty("darkroom.turbo", "auto"));
        all.addAll(List.of(options));
        WorkerProcess worker = WorkerProcess.start(jdk, JAR, environment, all.toArray(String[]::new));
        started.add(worker);
        return worker;
    }

    /** Starts the worker with the launcher script, as in production. */
    WorkerProcess launch(Jdk jdk, Map<String, String> environment, String... arguments) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("JAVA_HOME", jdk.home().toString());
        all.put("PATH", System.getenv("PATH"));
        all.put("WORKER_JAR", JAR.toString());
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        WorkerProcess worker = WorkerProcess.start(command, all);
        started.add(worker);
        return worker;
    }

    ProcessResult run(Map<String, String> environment, String... options) throws IOException, InterruptedException {
        return start(environment, options).await(LIMIT);
    }

    @Override
    public void close() throws IOException {
        started.forEach(WorkerProcess::close);
        world.close();
    }

    /** The server that all tests of this JVM share. It ends with the JVM. */
    private static final class Server {
        static final S3Server SHARED = start();

        private static S3Server start() {
            try {
                return S3Server.start();
            } catch (IOException e) {
                throw new ExceptionInInitializerError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}
