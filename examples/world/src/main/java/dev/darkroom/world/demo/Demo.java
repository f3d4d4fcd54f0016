package dev.darkroom.world.demo;

import dev.darkroom.world.LocalServices;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.S3Server;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Main class of the demonstration, which runs whole tasks of the worker on this machine: {@code Demo WORKER_JAR OUT_DIR [PHOTO…]}.
 *
 * <p>Ends with 0 if every job succeeded, 1 if one failed, 2 if it was not started properly.
 */
public final class Demo {
    private final PrintStream out;

    Demo(PrintStream out) {
        this.out = out;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<Path> paths = Arrays.stream(args).map(Path::of).toList();
        Optional<String> mistake = mistake(paths);
        if (mistake.isPresent()) {
            System.err.println(mistake.get());
            System.exit(2);
        }
        boolean good = new Demo(out).run(paths.get(0), paths.get(1), paths.subList(2, paths.size()));
        System.exit(good ? 0 : 1);
    }

    private static Optional<String> mistake(List<Path> paths) {
        if (paths.size() < 2) {
            return Optional.of("usage: Demo WORKER_JAR OUT_DIR [PHOTO...]");
        }
        Stream<Path> read =
                Stream.concat(Stream.of(paths.get(0)), paths.stream().skip(2));
        return read.filter(path -> !Files.isReadable(path))
                .map(path -> "cannot read " + path)
                .findFirst();
    }

    /** Returns whether all jobs succeeded. */
    boolean run(Path worker, Path target, List<Path> files) throws IOException, InterruptedException {
        if (files.isEmpty()) {
            out.println("No photo given: generating one (12 megapixels, stored rotated, Display P3, with GPS)");
        }
        List<Photo> photos = Photo.of(files);
        String secret = UUID.randomUUID().toString();
        ResultFolder folder = new ResultFolder(target);
        List<DemoResult> results = new ArrayList<>();
        try (S3Server s3 = S3Server.start();
                LocalServices world = LocalServices.on(s3)) {
            world.orchestrator().requireSignature(secret);
            out.println("S3 server     " + s3.endpoint() + "  (S3Proxy, AWS signatures required)");
            out.println("CDN           " + world.cdn().url());
            out.println("Orchestrator  " + world.orchestrator().url() + "  (accepts only signed callbacks)");
            StepPrinter steps = new StepPrinter(world, out);
            DemoJob job = new DemoJob(world, worker, secret);
            for (Photo photo : photos) {
                out.println();
                out.println(photo.name() + "  " + UnitFormat.size(photo.bytes()) + "  "
                        + UnitFormat.bytes(photo.bytes().length) + "  " + photo.contentType());
                steps.begin(DemoJob.key(photo));
                DemoResult result = job.run(photo);
                folder.write(result);
                results.add(result);
                ending(result);
            }
        }
        out.println();
        out.println("Open " + folder.writePage(results).toUri());
        return results.stream().allMatch(DemoResult::good);
    }

    private void ending(DemoResult result) {
        if (result.good()) {
            out.println("  worker ended with 0 after "
                    + UnitFormat.time(result.ended().took()));
            return;
        }
        out.println("  FAILED: worker ended with " + result.ended().exit() + "; callback: "
                + result.callback().map(ReceivedCallback::error).orElse("none"));
        (result.ended().out() + result.ended().err()).lines().forEach(line -> out.println("  | " + line));
    }
}
