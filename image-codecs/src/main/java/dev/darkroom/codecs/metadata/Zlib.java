package dev.darkroom.codecs.metadata;

import dev.darkroom.codecs.BinaryWriter;
import dev.darkroom.core.Bytes;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Compresses and decompresses small values as zlib streams. */
public final class Zlib {
    private static final int STEP = 16 * 1024;

    private Zlib() {}

    /**
     * Inflates a stream. Returns empty if the stream is damaged, ends early or contains more than {@code limit} bytes. Memory grows with
     * the output.
     */
    public static Optional<Bytes> inflate(Bytes stream, int limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream.asByteBuffer());
            BinaryWriter out = new BinaryWriter(STEP);
            byte[] step = new byte[STEP];
            while (!inflater.finished()) {
                int count = inflater.inflate(step);
                if (count == 0 && !inflater.finished() || count > limit - out.length()) {
                    return Optional.empty();
                }
                out.bytes(Bytes.wrap(step, count));
            }
            return Optional.of(out.toBytes());
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    public static Bytes deflate(Bytes value) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(value.asByteBuffer());
            deflater.finish();
            BinaryWriter out = new BinaryWriter(value.length() / 2 + 64);
            byte[] step = new byte[STEP];
            while (!deflater.finished()) {
                out.bytes(Bytes.wrap(step, deflater.deflate(step)));
            }
            return out.toBytes();
        } finally {
            deflater.end();
        }
    }
}
