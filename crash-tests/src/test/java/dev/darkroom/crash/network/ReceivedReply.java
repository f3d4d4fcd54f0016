package dev.darkroom.crash.network;

import dev.darkroom.world.http.HeaderFields;
import dev.darkroom.world.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A response as the client receives it.
 *
 * @param announced the length of the body that the head declares; -1 if it declares none
 * @param cut whether the connection ends before the body is complete; otherwise the body ends normally
 */
record ReceivedReply(int status, HeaderFields headers, long announced, InputStream body, boolean cut) {
    static final long HUGE = 2L << 30;

    static ReceivedReply whole(Reply reply, String method) {
        long announced = method.equals("HEAD")
                ? reply.headers().first("Content-Length").map(Long::parseLong).orElse(-1L)
                : reply.body().length;
        return new ReceivedReply(reply.status(), reply.headers(), announced, bytes(reply.body()), false);
    }

    ReceivedReply announcing(long length) {
        return new ReceivedReply(status, headers, length, body, cut);
    }

    /** The reply with half of its body, or with no body although the head declares one. */
    static ReceivedReply truncated(Reply reply, boolean announced, boolean heard) {
        byte[] all = reply.body();
        long length = announced ? Math.max(all.length, 64) : -1;
        byte[] half = Arrays.copyOf(all, all.length / 2);
        return new ReceivedReply(reply.status(), reply.headers(), length, bytes(half), heard || !announced);
    }

    /** The reply with more bytes than the head declares. */
    static ReceivedReply longer(Reply reply) {
        byte[] more = Arrays.copyOf(reply.body(), reply.body().length + 1000);
        Arrays.fill(more, reply.body().length, more.length, (byte) 'x');
        return new ReceivedReply(reply.status(), reply.headers(), reply.body().length, bytes(more), false);
    }

    /** The head, followed by a body of two gigabytes. */
    static ReceivedReply huge(Reply head, boolean announced) {
        return new ReceivedReply(head.status(), head.headers(), announced ? HUGE : -1, new BlankStream(), false);
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** A stream of two gigabytes of spaces. */
    private static final class BlankStream extends InputStream {
        private long left = HUGE;

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            Arrays.fill(into, from, from + n, (byte) ' ');
            left -= n;
            return n;
        }
    }
}
