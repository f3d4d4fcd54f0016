package dev.darkroom.codecs;

import dev.darkroom.core.Bytes;
import java.io.ByteArrayOutputStream;

/** A byte array output stream whose content can be taken without a copy. */
public final class BytesOutputStream extends ByteArrayOutputStream {
    public BytesOutputStream(int expected) {
        super(expected);
    }

    /** Returns all bytes written so far, without a copy. The caller must not write afterwards. */
    public synchronized Bytes taken() {
        return Bytes.wrap(buf, count);
    }
}
