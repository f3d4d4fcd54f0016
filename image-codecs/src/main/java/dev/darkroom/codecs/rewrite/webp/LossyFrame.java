package dev.darkroom.codecs.rewrite.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import java.io.ByteArrayOutputStream;

/** Rewrites a VP8 key frame (RFC 6386, section 9) without bytes after the data that its partitions need. */
final class LossyFrame {
    private static final int HEADER = 10;
    private static final int SIZE = 3;

    private LossyFrame() {}

    /**
     * Reads every decision that a decoder makes. Memory is a few bytes for each macroblock of a row.
     *
     * @param data data of a VP8 chunk whose header was already validated
     */
    static Bytes clean(Bytes data, Deadline deadline) throws ImageException {
        int tag = data.u24le(0);
        int firstLength = tag >> 5;
        if (firstLength > data.length() - HEADER) {
            throw early();
        }
        int across = (data.u16le(6) & 0x3FFF) + 15 >> 4;
        int down = (data.u16le(8) & 0x3FFF) + 15 >> 4;
        BooleanDecoder first = new BooleanDecoder(data.slice(HEADER, firstLength));
        LossyModes modes = new LossyModes(first);
        LossyTokens tokens = new LossyTokens(modes.header(), across);
        BooleanDecoder[] partitions = partitions(data.from(HEADER + firstLength), modes.partitions());
        byte[] above = new byte[4 * across];
        byte[] left = new byte[4];
        for (int y = 0; y < down; y++) {
            deadline.check();
            BooleanDecoder partition = partitions[y & partitions.length - 1];
            java.util.Arrays.fill(left, (byte) 0);
            tokens.startRow();
            for (int x = 0; x < across; x++) {
                int macroblock = modes.macroblock(above, 4 * x, left);
                boolean single = (macroblock & 2) != 0;
                if ((macroblock & 1) != 0) {
                    tokens.skip(x, single);
                } else {
                    tokens.read(partition, x, single);
                }
            }
            if (first.isExhausted() || partition.isExhausted()) {
                throw early();
            }
        }
        return written(data, tag, first.needed(), partitions);
    }

    private static BooleanDecoder[] partitions(Bytes data, int count) throws ImageException {
        int at = SIZE * (count - 1);
        if (at >= data.length()) {
            throw early();
        }
        BooleanDecoder[] readers = new BooleanDecoder[count];
        for (int i = 0; i < count; i++) {
            int left = data.length() - at;
            int length = i < count - 1 ? Math.min(left, data.u24le(SIZE * i)) : left;
            readers[i] = new BooleanDecoder(data.slice(at, length));
            at += length;
        }
        return readers;
    }

    private static Bytes written(Bytes data, int tag, byte[] first, BooleanDecoder[] partitions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length());
        number(out, tag & (1 << 5) - 1 | first.length << 5, SIZE);
        number(out, data.u24le(3), 3);
        // The two bits that request scaling are cleared.
        number(out, data.u16le(6) & 0x3FFF, 2);
        number(out, data.u16le(8) & 0x3FFF, 2);
        out.writeBytes(first);
        for (int i = 0; i < partitions.length - 1; i++) {
            number(out, partitions[i].needed().length, SIZE);
        }
        for (BooleanDecoder partition : partitions) {
            out.writeBytes(partition.needed());
        }
        return Bytes.wrap(out.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> 8 * i);
        }
    }

    private static ImageException early() {
        return ImageException.malformed("this WebP ends early, within a partition of its lossy picture");
    }
}
