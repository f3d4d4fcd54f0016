package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** Tests the servlet inside another application. */
class MountTest {
    @Test
    void belowAPathAndWithoutAsyncItServesAndItsUrlsLeadThere() throws Exception {
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/app");
        ServletHolder holder = new ServletHolder(new UploadServlet(Map.of("STORE", "mem:" + UUID.randomUUID())));
        holder.setInitParameter("TOKENS", "c1:" + ServletFixture.TOKEN);
        context.addServlet(holder, "/pictures/*");
        server.setHandler(context);
        server.start();
        try {
            String base = "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            String path = "/app/pictures" + ServletFixture.THUMBNAIL;
            HttpResponse<byte[]> made = post(base + path, UploadSamples.jpeg(600, 400));
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(made.headers().firstValue("Location")).hasValue(path);
            assertThat(new String(made.body())).contains("\"url\":\"/app/pictures/media/c1/");
            assertThat(get(base + "/app/pictures/media/c1/content-thumbnails/42/sm.webp")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(base + "/app/pictures/").statusCode()).isEqualTo(200);
            assertThat(post(base + path, UploadSamples.exe(2000)).statusCode()).isEqualTo(415);
            String link = new String(post(base + path + "/link", new byte[0]).body());
            assertThat(link).contains("\"url\":\"" + path + "?expires=");
        } finally {
            server.stop();
        }
    }

    private static HttpResponse<byte[]> post(String address, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + ServletFixture.TOKEN)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }
}
