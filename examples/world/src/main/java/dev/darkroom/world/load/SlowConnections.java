package dev.darkroom.world.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connections that announce a large picture and then send it very slowly, byte by byte. */
final class SlowConnections implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Socket> sockets = new ArrayList<>();

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the timer
    SlowConnections(URI server, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
            sockets.add(socket);
            String head =
                    "POST /api/creators/load/content/drip" + i + "/thumbnail HTTP/1.1\r\nHost: " + server.getHost()
                            + "\r\nAuthorization: Bearer " + UploadServer.TOKEN + "\r\nContent-Length: 5000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(JPEG);
        }
        timer.scheduleAtFixedRate(this::drip, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    int count() {
        return sockets.size();
    }

    private void drip() {
        for (Socket socket : sockets) {
            try {
                socket.getOutputStream().write(0);
            } catch (IOException e) {
                // the server has closed the connection
            }
        }
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
