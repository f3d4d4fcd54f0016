package dev.darkroom.crash.upload;

import dev.darkroom.crash.FaultKind;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A client whose uploads fail on its own side. */
record FaultyClient(UploadClient client, byte[] picture) {
    /** The faults that this client can cause. */
    static final Set<FaultKind> FAULTS = Set.of(
            FaultKind.RESET_BEFORE,
            FaultKind.RESET_HALFWAY,
            FaultKind.RESET_AFTER,
            FaultKind.HANG,
            FaultKind.FORBIDDEN,
            FaultKind.CONFLICT,
            FaultKind.TRUNCATED,
            FaultKind.LONGER,
            FaultKind.GARBAGE,
            FaultKind.HUGE);

    private static final String OTHERS_TOKEN = "token-of-creator-two";

    /** Uploads with a fault. Returns the response, or {@link ClientReply#NOTHING} if the client did not wait for it. */
    ClientReply upload(FaultKind fault) throws Exception {
        return switch (fault) {
            case RESET_BEFORE -> headOnly();
            case RESET_HALFWAY -> broken(picture.length / 2, true);
            case RESET_AFTER -> broken(picture.length, true);
            case HANG -> broken(picture.length / 2, false);
            case TRUNCATED -> told(picture.length, UploadClient.TOKEN, Arrays.copyOf(picture, picture.length / 2));
            case FORBIDDEN -> told(picture.length, OTHERS_TOKEN, picture);
            case LONGER -> told(picture.length, UploadClient.TOKEN, Arrays.copyOf(picture, picture.length + 1000));
            case GARBAGE -> told(picture.length, UploadClient.TOKEN, new byte[picture.length]);
            case HUGE -> told(2L << 30, UploadClient.TOKEN, picture);
            case CONFLICT -> atOnce();
            default -> throw new IllegalArgumentException(fault.name());
        };
    }

    /** Sends a head and then resets the connection. */
    private ClientReply headOnly() throws IOException, InterruptedException {
        UploadClient.reset(client.begin(picture.length, UploadClient.TOKEN));
        client.awaitIdle();
        return ClientReply.NOTHING;
    }

    /**
     * Sends a number of bytes. It then resets the connection, or it waits idle while other clients read the content, and closes the
     * connection. The server may still accept a complete body, but not after this method has returned.
     */
    private ClientReply broken(int bytes, boolean reset) throws IOException, InterruptedException {
        long served = client.served();
        try (Socket socket = client.begin(picture.length, UploadClient.TOKEN)) {
            socket.getOutputStream().write(picture, 0, bytes - 1);
            client.awaitArriving();
            socket.getOutputStream().write(picture, bytes - 1, 1);
            if (reset) {
                UploadClient.reset(socket);
            } else {
                client.ask("GET", UploadClient.PATH);
                served++;
            }
        }
        client.awaitServed(served + 1);
        return ClientReply.NOTHING;
    }

    private ClientReply told(long announced, String token, byte[] body) throws IOException, InterruptedException {
        int status;
        try (Socket socket = client.begin(announced, token)) {
            socket.getOutputStream().write(body);
            socket.shutdownOutput();
            status = UploadClient.status(socket);
        }
        client.awaitIdle();
        return new ClientReply(status, new byte[0]);
    }

    /** Sends the same upload twice at the same time. A success has the same meaning as for a single upload. */
    private ClientReply atOnce() throws Exception {
        CompletableFuture<ClientReply> other = CompletableFuture.supplyAsync(() -> {
            try {
                return client.upload(picture);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        ClientReply first = client.upload(picture);
        ClientReply second = other.join();
        return first.status() == 201 ? new ClientReply(second.status() == 201 ? 0 : 201, first.body()) : second;
    }
}
