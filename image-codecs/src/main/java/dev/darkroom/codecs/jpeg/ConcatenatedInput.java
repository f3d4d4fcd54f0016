package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.Bytes;
import java.util.Arrays;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** Runs of bytes, one after the other, as the JDK's readers want them: no copy, no cache, no file. */
final class ConcatenatedInput extends ImageInputStreamImpl {
    private final List<Bytes> parts;
    /** Where each part starts, and at the end where the last one ends. */
    private final long[] starts;

    private int current;

    ConcatenatedInput(List<Bytes> parts) {
        this.parts = parts;
        this.starts = new long[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            starts[i + 1] = starts[i] + parts.get(i).length();
        }
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (streamPos >= length()) {
            return -1;
        }
        find();
        return parts.get(current).u8((int) (streamPos++ - starts[current]));
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        if (streamPos >= length()) {
            return -1;
        }
        find();
        int taken = (int) Math.min(count, starts[current + 1] - streamPos);
        parts.get(current).copyTo((int) (streamPos - starts[current]), target, offset, taken);
        streamPos += taken;
        return taken;
    }

    @Override
    public long length() {
        return starts[parts.size()];
    }

    /** Makes the part that holds the stream's position the current one; there is one. */
    private void find() {
        if (streamPos >= starts[current] && streamPos < starts[current + 1]) {
            return;
        }
        int found = Arrays.binarySearch(starts, streamPos);
        current = found >= 0 ? found : -found - 2;
    }
}
