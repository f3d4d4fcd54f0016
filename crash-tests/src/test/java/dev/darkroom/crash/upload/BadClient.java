package dev.darkroom.crash.upload;

import dev.darkroom.crash.Fault;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Uploads that go wrong on the client's side. */
record BadClient(Client client, byte[] picture) {
    /** What can. */
    static final Set<Fault> FAULTS = Set.of(
            Fault.RESET_BEFORE,
            Fault.RESET_HALFWAY,
            Fault.RESET_AFTER,
            Fault.HANG,
            Fault.FORBIDDEN,
            Fault.CONFLICT,
            Fault.TRUNCATED,
            Fault.LONGER,
            Fault.GARBAGE,
            Fault.HUGE);

    private static final String OTHERS_TOKEN = "token-of-creator-two";

    /** What the client was told; nothing where it did not wait for it. */
    Told upload(Fault fault) throws Exception {
        return switch (fault) {
            case RESET_BEFORE -> headOnly();
            case RESET_HALFWAY -> broken(picture.length / 2, true);
            case RESET_AFTER -> broken(picture.length, true);
            case HANG -> broken(picture.length / 2, false);
            case TRUNCATED -> told(picture.length, Client.TOKEN, Arrays.copyOf(picture, picture.length / 2));
            case FORBIDDEN -> told(picture.length, OTHERS_TOKEN, picture);
            case LONGER -> told(picture.length, Client.TOKEN, Arrays.copyOf(picture, picture.length + 1000));
            case GARBAGE -> told(picture.length, Client.TOKEN, new byte[picture.length]);
            case HUGE -> told(2L << 30, Client.TOKEN, picture);
            case CONFLICT -> atOnce();
            default -> throw new IllegalArgumentException(fault.name());
        };
    }

    /** Sends a head; then the connection is reset. */
    private Told headOnly() throws IOException, InterruptedException {
        Client.reset(client.begin(picture.length, Client.TOKEN));
        client.awaitIdle();
        return Told.NOTHING;
    }

    /**
     * Sends so much; then the connection is reset, or closed after a while of silence in which the content is read by others. What is whole
     * may be taken all the same, but not after this has returned.
     */
    private Told broken(int bytes, boolean reset) throws IOException, InterruptedException {
        long served = client.served();
        try (Socket socket = client.begin(picture.length, Client.TOKEN)) {
            socket.getOutputStream().write(picture, 0, bytes - 1);
            client.awaitArriving();
            socket.getOutputStream().write(picture, bytes - 1, 1);
            if (reset) {
                Client.reset(socket);
            } else {
                client.ask("GET", Client.PATH);
                served++;
            }
        }
        client.awaitServed(served + 1);
        return Told.NOTHING;
    }

    private Told told(long announced, String token, byte[] body) throws IOException, InterruptedException {
        int status;
        try (Socket socket = client.begin(announced, token)) {
            socket.getOutputStream().write(body);
            socket.shutdownOutput();
            status = Client.status(socket);
        }
        client.awaitIdle();
        return new Told(status, new byte[0]);
    }

    /** Two of the same at the same time: who is told of success is no worse off than alone. */
    private Told atOnce() throws Exception {
        CompletableFuture<Told> other = CompletableFuture.supplyAsync(() -> {
            try {
                return client.upload(picture);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Told first = client.upload(picture);
        Told second = other.join();
        return first.status() == 201 ? new Told(second.status() == 201 ? 0 : 201, first.body()) : second;
    }
}
