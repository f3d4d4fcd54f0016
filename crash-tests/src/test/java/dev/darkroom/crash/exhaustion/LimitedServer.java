package dev.darkroom.crash.exhaustion;

import dev.darkroom.world.WorkerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the upload servlet with a limited resource, and a client for it. */
final class LimitedServer implements AutoCloseable {
    private static final String TOKEN = "token-of-the-exhausted";
    private static final String CREATOR = "c1";
    private static final Pattern ADDRESS = Pattern.compile("Page: (http://\\S+?)/\\s");
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 30;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WorkerProcess process;
    private final URI address;

    private LimitedServer(WorkerProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    static LimitedServer start(Path store, Map<String, String> more, String limit, String... options)
            throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(Map.of(
                "PORT",
                "0",
                "TOKENS",
                CREATOR + ":" + TOKEN,
                "STORE",
                store.toUri().toString()));
        variables.putAll(more);
        WorkerProcess process = LimitedProcess.start(LimitedProcess.SERVLET, variables, limit, options);
        process.awaitText("Page: ", LIMIT);
        Matcher matcher = ADDRESS.matcher(process.out());
        if (!matcher.find()) {
            throw new IllegalStateException("the server did not print its address: " + process.out());
        }
        return new LimitedServer(process, URI.create(matcher.group(1)));
    }

    URI address() {
        return address;
    }

    /** The response to one upload. */
    HttpResponse<String> upload(String content, byte[] picture) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        address.resolve("/api/creators/" + CREATOR + "/content/" + content + "/thumbnail"))
                .header("Authorization", "Bearer " + TOKEN)
                .timeout(LIMIT)
                .POST(BodyPublishers.ofByteArray(picture))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** The final response to an upload, with retries when the server asks for them. */
    HttpResponse<String> uploadPatiently(String content, byte[] picture) throws IOException, InterruptedException {
        HttpResponse<String> answer = upload(content, picture);
        for (int tries = 0; tries < MOST_TRIES && answer.statusCode() == 429; tries++) {
            TimeUnit.SECONDS.sleep(1);
            answer = upload(content, picture);
        }
        return answer;
    }

    boolean runs() {
        return process.running();
    }

    String said() {
        return process.out() + process.err();
    }

    /** The folder of a content's files. */
    static Path folder(Path store, String content) {
        return store.resolve(CREATOR).resolve("content-thumbnails").resolve(content);
    }

    @Override
    public void close() {
        process.close();
    }
}
