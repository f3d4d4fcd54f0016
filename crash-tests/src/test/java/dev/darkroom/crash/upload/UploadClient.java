package dev.darkroom.crash.upload;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** A client of the servlet that can also send invalid or incomplete requests. */
final class UploadClient {
    static final String TOKEN = "token-of-creator-one";
    static final String PATH = "/api/creators/c1/content/42/thumbnail";
    private static final int LIMIT_MILLIS = 600_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    UploadClient(int port) {
        this.port = port;
    }

    ClientReply upload(byte[] picture) throws IOException, InterruptedException {
        return send(request(PATH).POST(BodyPublishers.ofByteArray(picture)));
    }

    ClientReply ask(String method, String path) throws IOException, InterruptedException {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMillis(LIMIT_MILLIS))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private ClientReply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        return new ClientReply(answer.statusCode(), answer.body());
    }

    /** Opens a connection and sends the head of an upload of the given number of bytes. */
    Socket begin(long announced, String token) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LIMIT_MILLIS);
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\nContent-Length: " + announced + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** The status of the response; 0 if there is none. */
    static int status(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] start = in.readNBytes(12);
        in.readAllBytes();
        String line = new String(start, StandardCharsets.ISO_8859_1);
        return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9)) : 0;
    }

    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Waits until an upload has started to arrive. */
    void awaitArriving() throws IOException, InterruptedException {
        await(metrics -> !metrics.contains("darkroom_uploads_arriving 0.0"));
    }

    /** Waits until the given number of content requests has been completed since the start of the server. */
    void awaitServed(long count) throws IOException, InterruptedException {
        await(metrics -> served(metrics) >= count);
    }

    /** Waits until no upload is arriving and no job is running. */
    void awaitIdle() throws IOException, InterruptedException {
        await(metrics ->
                metrics.contains("darkroom_uploads_arriving 0.0") && metrics.contains("darkroom_jobs_queued 0.0"));
    }

    long served() throws IOException, InterruptedException {
        return served(metrics());
    }

    private static long served(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("darkroom_requests_total{") && !line.contains("route=\"fixed\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String metrics() throws IOException, InterruptedException {
        return new String(ask("GET", "/metrics").body(), StandardCharsets.UTF_8);
    }

    private void await(Predicate<String> condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT_MILLIS * 1_000_000L;
        String metrics = metrics();
        while (!condition.test(metrics)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the expected metrics of the servlet never came:\n" + metrics);
            }
            metrics = metrics();
        }
    }
}
