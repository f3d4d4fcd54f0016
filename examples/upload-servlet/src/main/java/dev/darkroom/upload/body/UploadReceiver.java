package dev.darkroom.upload.body;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.upload.problem.Problem;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Reads one file and checks it while it arrives: signature, size limit, data rate and memory. Thread-safe. */
public final class UploadReceiver {
    /** Bytes that a body may send before it requests memory. */
    static final int FIRST = 64 * 1024;

    private final int maxBytes;
    private final Duration allowed;

    public UploadReceiver(int maxBytes, Duration allowed) {
        this.maxBytes = maxBytes;
        this.allowed = allowed;
    }

    public int maxBytes() {
        return maxBytes;
    }

    /**
     * @param atMost length of the body that the request declares, or -1
     * @throws ProblemException if a check rejects the file
     * @throws IOException if the client closes the connection
     */
    public Bytes receive(InputStream file, long atMost, Set<Format> accepted, AdmissionControl.Admission place)
            throws IOException {
        FormatCheck gate = new FormatCheck(accepted);
        MinimumDataRate pace = new MinimumDataRate(allowed);
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

    public ProblemException tooLarge(long actual) {
        return new ProblemException(
                Problem.of(ProblemType.FILE_TOO_LARGE, "file size limit in bytes: " + actual + " > " + maxBytes)
                        .limited(maxBytes, actual));
    }

    private static int read(InputStream file, byte[] buffer, int filled, MinimumDataRate pace) throws IOException {
        try {
            return file.read(buffer, filled, buffer.length - filled);
        } catch (ProblemException e) {
            throw e;
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw pace.tooSlow(filled);
            }
            throw e;
        }
    }
}
