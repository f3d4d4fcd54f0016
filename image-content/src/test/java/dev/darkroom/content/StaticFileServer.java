package dev.darkroom.content;

import dev.darkroom.testkit.ExternalProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A third-party web server that serves the files of a folder, in a separate process. */
final class StaticFileServer implements AutoCloseable {
    private static final int PORT_TRIES = 20;
    private static final Pattern PORT = Pattern.compile("port (\\d+)");

    private final Process process;
    private final int port;

    private StaticFileServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The supported servers. If one is not installed, the test reports this and is skipped. */
    enum Kind {
        NGINX(true) {
            @Override
            StaticFileServer start(Path folder, Path work) throws IOException {
                return nginx(folder, work);
            }
        },
        /** {@code jwebserver}, which is part of the JDK since Java 18. */
        JDK(true) {
            @Override
            StaticFileServer start(Path folder, Path work) throws IOException {
                boolean hasServer = Runtime.version().feature() >= 18;
                if (!hasServer) {
                    System.getLogger("dev.darkroom.testkit").log(Level.INFO, "skipped: Java 17 has no jwebserver");
                }
                Assumptions.assumeTrue(hasServer, "not applicable: Java 17 has no jwebserver");
                String java =
                        Path.of(System.getProperty("java.home"), "bin", "java").toString();
                return printingItsPort(
                        java, "-m", "jdk.httpserver", "-b", "127.0.0.1", "-p", "0", "-d", folder.toString());
            }
        },
        /** Python's server. It uses the media types of the machine. */
        PYTHON(false) {
            @Override
            StaticFileServer start(Path folder, Path work) throws IOException {
                ExternalProgram.run(new byte[0], "python3", "--version");
                return printingItsPort(
                        "python3",
                        "-u",
                        "-m",
                        "http.server",
                        "0",
                        "--bind",
                        "127.0.0.1",
                        "--directory",
                        folder.toString());
            }
        };

        /** Whether the server knows the media types of all formats that pipelines write. */
        final boolean knowsTypes;

        Kind(boolean knowsTypes) {
            this.knowsTypes = knowsTypes;
        }

        /**
         * @param folder the root of the server
         * @param work folder for the files of the server itself
         */
        abstract StaticFileServer start(Path folder, Path work) throws IOException;
    }

    /** Starts nginx. It cannot report its port, so free ports are tried until no other program has taken one first. */
    private static StaticFileServer nginx(Path folder, Path work) throws IOException {
        ExternalProgram.run(new byte[0], "nginx", "-v");
        Path settings = work.resolve("nginx.conf");
        for (int tries = 0; tries < PORT_TRIES; tries++) {
            int port = freePort();
            Files.writeString(settings, nginxSettings(folder, work, port));
            Process process = new ProcessBuilder(
                            "nginx", "-p", work.toString(), "-e", "stderr", "-c", settings.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // nginx prints the name of the system as soon as it listens.
            if (firstLine(process.getErrorStream(), " OS: ").isPresent()) {
                return new StaticFileServer(process, port);
            }
        }
        throw new IOException("nginx did not start with " + Files.readString(settings));
    }

    private static String nginxSettings(Path folder, Path work, int port) {
        Path types = Stream.of("/etc/nginx", "/usr/local/etc/nginx", "/opt/homebrew/etc/nginx")
                .map(place -> Path.of(place, "mime.types"))
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nginx is installed without its mime.types"));
        return """
                daemon off;
                master_process off;
                pid WORK/nginx.pid;
                error_log stderr notice;
                events {}
                http {
                  include TYPES;
                  access_log off;
                  client_body_temp_path WORK/body;
                  proxy_temp_path WORK/proxy;
                  fastcgi_temp_path WORK/fastcgi;
                  uwsgi_temp_path WORK/uwsgi;
                  scgi_temp_path WORK/scgi;
                  server {
                    listen 127.0.0.1:PORT;
                    root "FOLDER";
                  }
                }
                """.replace("WORK", work.toString())
                .replace("TYPES", types.toString())
                .replace("PORT", String.valueOf(port))
                .replace("FOLDER", folder.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static StaticFileServer printingItsPort(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Matcher port = PORT.matcher(firstLine(process.getInputStream(), "port ")
                .orElseThrow(() -> new IOException("no port was told by " + List.of(command))));
        if (!port.find()) {
            throw new IOException("no port was told by " + List.of(command));
        }
        return new StaticFileServer(process, Integer.parseInt(port.group(1)));
    }

    /**
     * The first line with this text. Empty if the output ends without one. Later output stays in the pipe, whose buffer is large enough for
     * a test.
     */
    private static Optional<String> firstLine(InputStream output, String having) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains(having)) {
            line = lines.readLine();
        }
        return Optional.ofNullable(line);
    }

    /**
     * @param url path with a slash at its start
     */
    URI uri(String url) {
        return URI.create("http://127.0.0.1:" + port + url);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
