package dev.darkroom.codecs;

import dev.darkroom.core.Bytes;
import java.io.ByteArrayOutputStream;

/** Encoded bytes as they come; given away without a copy. */
public final class BytesOutputStream extends ByteArrayOutputStream {
    public BytesOutputStream(int expected) {
        super(expected);
    }

    /** All bytes so far; nothing may be written afterwards. */
    public synchronized Bytes taken() {
        return Bytes.wrap(buf, count);
    }
}
