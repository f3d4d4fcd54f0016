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

/** A world of a test's own, and the real jar as a process in it. Closing it kills workers that still run. */
final class WorkerFixture implements AutoCloseable {
    /** Ends a test that hangs. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    static final String KEY = "staging/batch_1/photos/sunset.jpg";
    static final String REF = KEY + ".ref.json";

    /** Without the second compiler: these workers live for a second, on a machine that has other things to do. */
    private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

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

    /** Puts it into staging under {@link #KEY}, announced as what it is. */
    Map<String, String> upload(byte[] bytes, String contentType) {
        return world.upload(KEY, bytes, contentType);
    }

    /** A small JPEG. */
    Map<String, String> uploadSmall() {
        return upload(QuadrantPictures.jpeg(300, 200), "image/jpeg");
    }

    WorkerProcess start(Map<String, String> environment, String... options) throws IOException {
        return start(Jdk.running(), environment, options);
    }

    WorkerProcess start(Jdk jdk, Map<String, String> environment, String... options) throws IOException {
        List<String> all = new ArrayList<>(BRIEF);
        all.add("-Ddarkroom.turbo=" + System.getProperty("darkroom.turbo", "auto"));
        all.addAll(List.of(options));
        WorkerProcess worker = WorkerProcess.start(jdk, JAR, environment, all.toArray(String[]::new));
        started.add(worker);
        return worker;
    }

    /** By the launcher, as a machine starts it. */
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

    /** One for all tests of this JVM; it ends with the JVM. */
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
