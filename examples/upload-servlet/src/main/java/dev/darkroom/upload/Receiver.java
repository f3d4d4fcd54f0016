package dev.darkroom.upload;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Reads one file through the gates that act while it arrives: its signature, the byte cap, the pace and the memory. Thread-safe. */
final class Receiver {
    /** What a body may send before it asks for memory. */
    static final int FIRST = 64 * 1024;

    private final int maxBytes;
    private final Duration allowed;

    Receiver(int maxBytes, Duration allowed) {
        this.maxBytes = maxBytes;
        this.allowed = allowed;
    }

    int maxBytes() {
        return maxBytes;
    }

    /**
     * @param atMost bytes that the request says its body has, or -1
     * @throws Refused by a gate
     * @throws IOException when the client went away
     */
    Bytes receive(InputStream file, long atMost, Set<Format> accepted, Intake.Place place) throws IOException {
        FormatGate gate = new FormatGate(accepted);
        Pace pace = new Pace(allowed);
        byte[] buffer = new byte[atMost < 0 ? FIRST : (int) Math.min(atMost + 1, FIRST)];
        int filled = 0;
        while (true) {
            int read = read(file, buffer, filled, pace);
            if (read < 0) {
                break;
            }
            filled += read;
            pace.check(filled, place);
            gate.look(buffer, filled, false);
            if (filled > maxBytes) {
                throw tooLarge(Math.max(filled, atMost));
            }
            if (filled == buffer.length) {
                int whole = (int) Math.min(atMost < 0 ? maxBytes : Math.max(atMost, filled), maxBytes) + 1;
                place.take(whole);
                buffer = Arrays.copyOf(buffer, whole);
            }
        }
        gate.look(buffer, filled, true);
        place.arrived();
        return Bytes.wrap(buffer, filled);
    }

    Refused tooLarge(long actual) {
        return new Refused(Problem.of(Reason.FILE_TOO_LARGE, "file size limit in bytes: " + actual + " > " + maxBytes)
                .limited(maxBytes, actual));
    }

    private static int read(InputStream file, byte[] buffer, int filled, Pace pace) throws IOException {
        try {
            return file.read(buffer, filled, buffer.length - filled);
        } catch (Refused e) {
            throw e;
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw pace.tooSlow(filled);
            }
            throw e;
        }
    }
}
