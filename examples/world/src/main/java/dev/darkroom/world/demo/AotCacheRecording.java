package dev.darkroom.world.demo;

import dev.darkroom.world.Jdk;
import dev.darkroom.world.LocalServices;
import dev.darkroom.world.S3Server;
import dev.darkroom.world.WorkerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Records an AOT cache: a launcher runs the worker with one whole task. The cache contains the classes that the task loads. */
public final class AotCacheRecording {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private AotCacheRecording() {}

    /** Arguments: the launcher and the cache to write. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2) {
            System.err.println("usage: AotCacheRecording LAUNCHER CACHE");
            System.exit(2);
        }
        System.exit(record(Path.of(args[0]), Path.of(args[1])));
    }

    private static int record(Path launcher, Path cache) throws IOException, InterruptedException {
        try (S3Server s3 = S3Server.start();
                LocalServices world = LocalServices.on(s3)) {
            byte[] photo = GeneratedPhoto.jpeg(3000, 4000);
            Map<String, String> variables = world.upload("staging/recording/photo.jpg", photo, "image/jpeg");
            variables.put("JAVA_HOME", Jdk.running().home().toString());
            variables.put("PATH", System.getenv("PATH"));
            List<String> command = List.of(
                    launcher.toAbsolutePath().toString(),
                    "--record",
                    cache.toAbsolutePath().toString());
            try (WorkerProcess worker = WorkerProcess.start(command, variables)) {
                WorkerProcess.ProcessResult ended = worker.await(LIMIT);
                if (ended.exit() != 0) {
                    System.err.println(ended.out() + ended.err());
                }
                return ended.exit();
            }
        }
    }
}
