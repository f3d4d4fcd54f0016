package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.Bytes;
import java.util.Arrays;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** An image input stream over several byte sequences, one after the other. It makes no copy and uses no cache and no file. */
final class ConcatenatedInput extends ImageInputStreamImpl {
    private final List<Bytes> parts;
    /** Start offset of each part; the last element is the end offset of the last part. */
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

    /** Selects the part that contains the stream position. The position must be before the end. */
    private void find() {
        if (streamPos >= starts[current] && streamPos < starts[current + 1]) {
            return;
        }
        int found = Arrays.binarySearch(starts, streamPos);
        current = found >= 0 ? found : -found - 2;
    }
}
