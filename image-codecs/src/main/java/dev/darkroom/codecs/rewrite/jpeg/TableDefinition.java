package dev.darkroom.codecs.rewrite.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.jpeg.HuffmanCode;
import dev.darkroom.core.jpeg.HuffmanTable;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A table or parameter that a JPEG defines for the following scans. It records whether a scan uses it. */
final class TableDefinition {
    private static final int HIGHEST_DC_SYMBOL = 15;
    private static final int HIGHEST_AC_SYMBOL = 255;

    private final Bytes data;
    private final @Nullable HuffmanCode code;
    private boolean used;

    /** Makes a definition that is written unchanged. */
    TableDefinition(Bytes data) {
        this(data, null);
    }

    /** Makes the definition of a Huffman table. {@code data} starts with its class and destination. */
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

    /** The Huffman code; null if this is not a Huffman table. */
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
