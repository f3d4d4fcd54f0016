package dev.darkroom.world.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Injects one fault into one connection, which is closed afterwards. */
final class FaultInjector {
    private final Fault fault;
    private final Socket socket;
    private final InputStream in;
    private final HttpWriter writer;

    FaultInjector(Fault fault, Socket socket, InputStream in, HttpWriter writer) {
        this.fault = fault;
        this.socket = socket;
        this.in = in;
        this.writer = writer;
    }

    /** Injects the fault. Returns the response of which at least a part was sent, or null. */
    @Nullable
    Reply befall(@Nullable Reply done) throws IOException {
        if (fault instanceof Fault.FixedReply instead) {
            return sent(instead.reply());
        } else if (fault instanceof Fault.ChangedReply changed && done != null) {
            return sent(changed.change().apply(done));
        }
        return broken((Fault.WireFault) fault, done);
    }

    private @Nullable Reply broken(Fault.WireFault kind, @Nullable Reply done) throws IOException {
        switch (kind) {
            case HANG, HELD_ANSWER -> hang();
            case RESET, LOST_ANSWER -> reset(socket);
            case ENDLESS -> writer.endless();
            case CUT, STALL -> {
                if (done != null) {
                    writer.half(done);
                }
                if (kind == Fault.WireFault.STALL) {
                    hang();
                }
                return done;
            }
        }
        return null;
    }

    /** Closes with RST: the peer sees "connection reset", not an end of stream. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private Reply sent(Reply reply) throws IOException {
        writer.reply(reply.with("Connection", "close"));
        return reply;
    }

    private void hang() throws IOException {
        while (in.read() >= 0) {
            // received bytes are ignored
        }
    }
}
