package dev.darkroom.svg;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.svg.raster.DrawnPixels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that external resources are never loaded. The SVGs refer in all possible ways to a server and a file that record accesses. */
class NothingIsFetchedTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ProxySelector before = ProxySelector.getDefault();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void setTheTrap() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        ProxySelector.setDefault(new RecordingProxySelector());
    }

    @AfterEach
    void takeItAway() {
        ProxySelector.setDefault(before);
        server.stop(0);
    }

    @Test
    void neitherServerNorFileIsAskedFor() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret of this machine");
        String http = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
        for (String address : List.of(http, secret.toUri().toString(), "jar:" + http + "!/y", secret.toString())) {
            for (String svg : reaching(address)) {
                Bytes bytes = Bytes.wrap(svg.getBytes(StandardCharsets.UTF_8));
                try {
                    assertThat(SanitizerFixture.checked(bytes))
                            .doesNotContain("the secret of")
                            .doesNotContain(address);
                } catch (ImageException e) {
                    assertThat(e.getMessage()).doesNotContain("the secret of");
                }
                try {
                    DrawnPixels.draw(bytes, 50);
                } catch (ImageException e) {
                    assertThat(e.getMessage()).doesNotContain("the secret of");
                }
            }
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theJvmItselfSawNoFileOfOursReadAndNoSocketUsed() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret of this machine");
        Path bait = Files.writeString(folder.resolve("bait.txt"), "read to see that reading is seen");
        try (Recording recording = new Recording()) {
            for (String event : List.of("jdk.FileRead", "jdk.FileWrite", "jdk.SocketRead", "jdk.SocketWrite")) {
                recording.enable(event).withThreshold(Duration.ZERO).withoutStackTrace();
            }
            recording.start();
            for (String svg : reaching(secret.toUri().toString())) {
                cleanAndDraw(svg);
            }
            for (String svg : reaching("http://127.0.0.1:" + server.getAddress().getPort() + "/x")) {
                cleanAndDraw(svg);
            }
            Files.readString(bait);
            recording.stop();
            Path file = folder.resolve("seen.jfr");
            recording.dump(file);
            List<RecordedEvent> seen = RecordingFile.readAllEvents(file);
            List<String> files = seen.stream()
                    .filter(event -> event.hasField("path") && event.getString("path") != null)
                    .map(event -> event.getString("path"))
                    .filter(path -> path.startsWith(folder.toString()))
                    .distinct()
                    .toList();
            assertThat(files).containsExactly(bait.toString());
            assertThat(seen)
                    .noneMatch(event -> event.getEventType().getName().startsWith("jdk.Socket")
                            && event.getInt("port") == server.getAddress().getPort());
        }
    }

    private static void cleanAndDraw(String svg) {
        Bytes bytes = Bytes.wrap(svg.getBytes(StandardCharsets.UTF_8));
        try {
            SanitizerFixture.checked(bytes);
            DrawnPixels.draw(bytes, 50);
        } catch (ImageException refused) {
            assertThat(refused.failure()).isNotNull();
        }
    }

    private static List<String> reaching(String address) {
        String open = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
                + "xmlns:xi='http://www.w3.org/2001/XInclude' width='50' height='50'>";
        return List.of(
                "<!DOCTYPE svg SYSTEM '" + address + "'>" + open + "<rect/></svg>",
                "<!DOCTYPE svg PUBLIC 'x' '" + address + "'>" + open + "<rect/></svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM '" + address + "'>]>" + open + "<text>&x;</text></svg>",
                "<!DOCTYPE svg [<!ENTITY % x SYSTEM '" + address + "'> %x;]>" + open + "<text/></svg>",
                "<?xml-stylesheet href='" + address + "'?>" + open + "<rect/></svg>",
                open + "<xi:include href='" + address + "' parse='text'/></svg>",
                open + "<image width='50' height='50' xlink:href='" + address + "'/></svg>",
                open + "<image width='50' height='50' href='" + address + "'/></svg>",
                open + "<use href='" + address + "#a'/></svg>",
                open + "<style>@import '" + address + "'; @font-face{font-family:f;src:url(" + address + ")}</style>"
                        + "<text font-family='f'>x</text></svg>",
                open + "<style>rect{fill:url(" + address + "#a)}</style><rect width='9' height='9'/></svg>",
                open + "<rect width='9' height='9' fill='url(" + address + "#a)' style='mask:url(" + address
                        + "#m)'/></svg>",
                open + "<filter id='f'><feImage href='" + address
                        + "'/></filter><rect width='9' height='9' filter='url(#f)'/></svg>",
                open + "<linearGradient id='g' href='" + address
                        + "#g'/><rect width='9' height='9' fill='url(#g)'/></svg>",
                open + "<script href='" + address + "'/><foreignObject><iframe src='" + address
                        + "'/></foreignObject></svg>");
    }

    /** Records the addresses. Java's own clients call the proxy selector before every connection. */
    private final class RecordingProxySelector extends ProxySelector {
        @Override
        public List<java.net.Proxy> select(URI uri) {
            asked.add(uri.toString());
            return List.of(java.net.Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            asked.add(uri.toString());
        }
    }
}
