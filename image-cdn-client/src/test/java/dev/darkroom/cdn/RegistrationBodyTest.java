package dev.darkroom.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Rendition;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RegistrationBodyTest {
    private static final int CHUNK = 64 * 1024;

    @Property(tries = 200)
    void everyLengthIsEncodedInChunksAsItWouldBeAtOnce(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 150_000) Integer> lengths) {
        List<Rendition> renditions = IntStream.range(0, lengths.size())
                .mapToObj(i -> CdnFixtures.rendition("v" + i, lengths.get(i)))
                .toList();
        RegistrationBody registration = new RegistrationBody(renditions, "a.jpg", "image/jpeg", "");
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (byte[] chunk : registration) {
            assertThat(chunk.length).isBetween(1, CHUNK);
            sent.writeBytes(chunk);
        }
        assertThat(registration.length())
                .isEqualTo(sent.size())
                .isEqualTo(registration.body().contentLength());
        String text = sent.toString(StandardCharsets.UTF_8);
        for (Rendition rendition : renditions) {
            String data = Base64.getEncoder().encodeToString(rendition.bytes().toArray());
            assertThat(text.contains("\"" + rendition.name() + "\",\"data\":\"" + data + "\","))
                    .isTrue();
        }
    }

    /** The publisher runs on the calling thread, so that its allocations can be counted. */
    @Test
    void askingForOneChunkAllocatesNoMoreThanAFew() {
        Rendition large = CdnFixtures.rendition("large", 40_000_000);
        SteppedSubscriber taker = new SteppedSubscriber();
        long before = SteppedSubscriber.allocated();
        new RegistrationBody(List.of(large), "a", "b", "").body().subscribe(taker);
        taker.ask();
        taker.ask();
        assertThat(SteppedSubscriber.allocated() - before).isLessThan(2_000_000);
        assertThat(taker.taken()).isBetween(1L, 2L * CHUNK);
    }

    /** Bytes that were taken from the body but not yet read by the server are in the queues of the client and the buffers of the kernel. */
    @Test
    @Timeout(600)
    void fortyMegabytesAreNeverHeldBesideTheRendition() throws Exception {
        RegistrationBody registration =
                new RegistrationBody(List.of(CdnFixtures.rendition("large", 40_000_000)), "a", "b", "");
        AtomicLong produced = new AtomicLong();
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setReceiveBufferSize(CHUNK);
            CompletableFuture<Long> mostHeld =
                    CompletableFuture.supplyAsync(() -> readAll(listener, registration.length(), produced));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.getLocalPort()))
                    .POST(BodyPublishers.fromPublisher(
                            BodyPublishers.ofByteArrays(() -> counting(registration.iterator(), produced)),
                            registration.length()))
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(produced.get()).isEqualTo(registration.length()).isGreaterThan(53_000_000);
            assertThat(mostHeld.get()).isLessThan(16_000_000);
        }
    }

    private static long readAll(ServerSocket listener, long length, AtomicLong produced) {
        try (Socket socket = listener.accept()) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            byte[] buffer = new byte[CHUNK];
            long mostHeld = 0;
            for (long read = 0; read < length; ) {
                mostHeld = Math.max(mostHeld, produced.get() - read);
                read += in.read(buffer);
            }
            socket.getOutputStream().write("HTTP/1.1 204 x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return mostHeld;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Iterator<byte[]> counting(Iterator<byte[]> chunks, AtomicLong produced) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return chunks.hasNext();
            }

            @Override
            public byte[] next() {
                byte[] chunk = chunks.next();
                produced.addAndGet(chunk.length);
                return chunk;
            }
        };
    }
}
