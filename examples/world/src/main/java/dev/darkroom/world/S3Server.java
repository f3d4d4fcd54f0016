package dev.darkroom.world;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that runs S3Proxy with objects in memory. It requires AWS signatures. The process ends when this process closes it, exits or is
 * killed.
 */
public final class S3Server implements AutoCloseable {
    private static final int START_SECONDS = 300;
    private static final int ATTEMPTS = 3;

    private final Process process;
    private final URI endpoint;
    private final Path folder;

    private S3Server(Process process, URI endpoint, Path folder) {
        this.process = process;
        this.endpoint = endpoint;
        this.folder = folder;
    }

    /** Starts a server and waits until it responds. */
    public static S3Server start() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            S3Server server = launch();
            try {
                server.awaitAnswer();
                return server;
            } catch (IOException e) { // most likely another program has taken the free port in the meantime
                server.close();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** The URL of the server. */
    public URI endpoint() {
        return endpoint;
    }

    /** A client for a bucket, with valid credentials. */
    public Bucket bucket(String name) {
        return new Bucket(endpoint, Credentials.LOCAL, name);
    }

    /** Whether the process of the server is alive. */
    public boolean running() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Files.notExists(folder)) { // the system may have cleaned its temporary folder
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static S3Server launch() throws IOException {
        URI endpoint = URI.create("http://127.0.0.1:" + freePort());
        Path folder = Files.createTempDirectory("darkroom-s3-");
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", endpoint.toString());
        settings.setProperty("s3proxy.authorization", "aws-v4");
        settings.setProperty("s3proxy.identity", Credentials.LOCAL.identity());
        settings.setProperty("s3proxy.credential", Credentials.LOCAL.secret());
        settings.setProperty("s3proxy.v4-max-non-chunked-request-size", Integer.toString(128 << 20));
        settings.setProperty("jclouds.provider", "transient-nio2");
        Path file = folder.resolve("s3proxy.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        Path logging = folder.resolve("logback.xml");
        try (InputStream quiet = S3Server.class.getResourceAsStream("s3proxy-logback.xml")) {
            Files.copy(Objects.requireNonNull(quiet, "s3proxy-logback.xml is not in the jar"), logging);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=" + logging,
                        "-cp",
                        S3ClassPath.find(),
                        S3ServerMain.class.getName(),
                        "--properties",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new S3Server(process, endpoint, folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers()) {
            if (process.waitFor(25, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                List<String> log = Files.readAllLines(folder.resolve("log.txt"));
                throw new IOException("S3Proxy did not start: " + String.join("\n", log));
            }
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
