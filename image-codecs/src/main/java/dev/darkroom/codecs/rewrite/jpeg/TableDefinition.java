package dev.darkroom.codecs.rewrite.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.jpeg.HuffmanCode;
import dev.darkroom.core.jpeg.HuffmanTable;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A table, or a number, that a JPEG defines for the scans that follow, and whether any of them makes use of it. */
final class TableDefinition {
    private static final int HIGHEST_DC_SYMBOL = 15;
    private static final int HIGHEST_AC_SYMBOL = 255;

    private final Bytes data;
    private final @Nullable HuffmanCode code;
    private boolean used;

    /** As it stands in the file. */
    TableDefinition(Bytes data) {
        this(data, null);
    }

    /** A Huffman table; {@code data} starts with its class and destination. */
    TableDefinition(Bytes data, @Nullable HuffmanCode code) {
        this.data = data;
        this.code = code;
    }

    void use() {
        used = true;
    }

    boolean isUsed() {
        return used;
    }

    /** Null for what is no Huffman table. */
    @Nullable
    HuffmanCode code() {
        return code;
    }

    void write(ByteArrayOutputStream out) {
        if (code == null) {
            out.writeBytes(data.toArray());
            return;
        }
        int head = data.u8(0);
        HuffmanTable table = code.withoutUnread(head >> 4 == 0 ? HIGHEST_DC_SYMBOL : HIGHEST_AC_SYMBOL);
        byte[] bytes = new byte[1 + table.bytes()];
        bytes[0] = (byte) head;
        table.write(bytes, 1);
        out.writeBytes(bytes);
    }
}
