package dev.darkroom.world.load;

import dev.darkroom.world.Jdk;
import dev.darkroom.world.WorkerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that runs the jar of the upload servlet with a small heap and its own folders for the store and for temporary files. */
final class UploadServer implements AutoCloseable {
    static final String TOKEN = "token-for-load-tests";

    private static final Pattern ADDRESS = Pattern.compile("Page: (http://\\S+?)/\\s");
    private static final Pattern LIVE = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    private final WorkerProcess process;
    private final Path folder;
    private final URI address;

    private UploadServer(WorkerProcess process, Path folder, URI address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    static UploadServer start(Path jar, String heap, Path folder) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Map<String, String> variables = Map.of(
                "PORT",
                "0",
                "TOKENS",
                "load:" + TOKEN,
                "STORE",
                folder.resolve("data").toUri().toString());
        WorkerProcess process = WorkerProcess.start(
                Jdk.running(),
                jar,
                variables,
                "-Xmx" + heap,
                "-Djava.io.tmpdir=" + temporary,
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector");
        process.awaitText("Page: ", Duration.ofSeconds(60));
        Matcher matcher = ADDRESS.matcher(process.out());
        if (!matcher.find()) {
            throw new IllegalStateException("the server did not print its address: " + process.out());
        }
        return new UploadServer(process, folder, URI.create(matcher.group(1)));
    }

    URI address() {
        return address;
    }

    Duration cpu() {
        return process.cpu();
    }

    /** Bytes of live objects after a full garbage collection. */
    long liveHeap() throws IOException, InterruptedException {
        String histogram = jcmd("GC.class_histogram");
        Matcher total = LIVE.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("jcmd said: " + histogram);
        }
        return Long.parseLong(total.group(1));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Path jcmd = Jdk.running().home().resolve("bin").resolve("jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    /** Temporary files of the process, and files of unfinished writes to the store. */
    Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> temporary = Files.walk(folder.resolve("tmp"));
                Stream<Path> incoming = Files.walk(folder.resolve("data/.darkroom/incoming"))) {
            return Stream.concat(temporary, incoming)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("hsperfdata"))
                    .collect(Collectors.toSet());
        }
    }

    boolean ranOutOfMemory() {
        return !process.running() || (process.out() + process.err()).contains("OutOfMemoryError");
    }

    String said() {
        return process.out() + process.err();
    }

    @Override
    public void close() {
        process.close();
    }
}
