package dev.darkroom.crash;

import dev.darkroom.crash.upload.ServletInMemory;
import dev.darkroom.crash.upload.ServletProcess;
import dev.darkroom.crash.worker.InProcessWorker;
import dev.darkroom.crash.worker.WorkerInMemory;
import dev.darkroom.crash.worker.WorkerJar;
import dev.darkroom.crash.worker.WorkerOnSockets;
import dev.darkroom.world.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The systems that the matrix tests. */
public enum CrashTarget {
    WORKER("the worker, over a line to services in memory"),
    SERVLET("the servlet and its client, over a line to S3 in memory"),
    WORKER_ON_SOCKETS("the worker's own clients on sockets, to S3Proxy"),
    WORKER_PROCESS("the worker's jar as a process, to S3Proxy"),
    SERVLET_PROCESS("the servlet's jar as a process, to S3Proxy");

    private final String shown;

    CrashTarget(String shown) {
        this.shown = shown;
    }

    public String shown() {
        return shown;
    }

    /** The name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    SystemUnderTest open() {
        return switch (this) {
            case WORKER -> new WorkerInMemory();
            case SERVLET -> new ServletInMemory();
            case WORKER_ON_SOCKETS -> new WorkerOnSockets(Server.SHARED, new InProcessWorker());
            case WORKER_PROCESS -> new WorkerOnSockets(Server.SHARED, new WorkerJar(jar("fly-worker")));
            case SERVLET_PROCESS -> new ServletProcess(Server.SHARED, jar("upload-servlet"));
        };
    }

    /** The jar of an example, found from any folder of the repository. */
    static Path jar(String example) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !root.resolve("examples").toFile().isDirectory()) {
            root = root.getParent();
        }
        if (root == null) {
            throw new IllegalStateException("not started inside the repository");
        }
        return root.resolve("examples").resolve(example).resolve("target").resolve(example + ".jar");
    }

    /** The server that all runs of this JVM share. It ends with the JVM. */
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
