package dev.darkroom.codecs.rewrite;

import dev.darkroom.codecs.BinaryWriter;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.png.PngChunk;
import java.util.zip.CRC32;

/** Writes a PNG's chunks (PNG 3rd edition, 5.3). */
final class PngOutput {
    private static final int SIGNATURE = 8;

    private final Bytes file;
    private final BinaryWriter out;

    /** Starts with the signature of {@code file}. */
    PngOutput(Bytes file) {
        this.file = file;
        this.out = new BinaryWriter(file.length() + 512);
        out.bytes(file, 0, SIGNATURE);
    }

    /** Copies a chunk of the file unchanged. The caller has checked its CRC. */
    void copy(PngChunk chunk) {
        out.bytes(file, chunk.start(), chunk.end());
    }

    void write(int type, Bytes data) {
        CRC32 crc = new CRC32();
        for (int shift = 24; shift >= 0; shift -= 8) {
            crc.update(type >>> shift);
        }
        crc.update(data.asByteBuffer());
        out.u32(data.length()).u32(type).bytes(data).u32((int) crc.getValue());
    }

    Bytes toBytes() {
        return out.toBytes();
    }
}
