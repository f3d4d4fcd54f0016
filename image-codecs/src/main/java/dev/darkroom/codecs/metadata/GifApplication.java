package dev.darkroom.codecs.metadata;

import dev.darkroom.codecs.BinaryWriter;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.gif.GifBlock;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads and writes GIF application extensions: loop counts and XMP. */
public final class GifApplication {
    private static final String XMP = "XMP DataXMP";
    /** Bytes of the length byte and the identifier. */
    private static final int HEAD = 12;
    /**
     * Bytes of the trailer after an XMP packet: 1, 255 down to 0, and 0. A reader that treats the packet as sub-blocks reaches a terminator
     * there (XMP part 3, 1.1.2).
     */
    private static final int MAGIC_TRAILER = 258;

    private GifApplication() {}

    /** The loop count of a NETSCAPE2.0 or ANIMEXTS1.0 extension; 0 means an endless loop; empty for any other block. */
    public static OptionalInt loopCount(Bytes file, GifBlock block) {
        if (!block.isApplication(file, "NETSCAPE2.0") && !block.isApplication(file, "ANIMEXTS1.0")) {
            return OptionalInt.empty();
        }
        int at = block.dataStart() + HEAD;
        while (at < block.end() && file.u8(at) != 0) {
            int length = file.u8(at);
            if (length >= 3 && (file.u8(at + 1) & 7) == 1) {
                return OptionalInt.of(file.u16le(at + 2));
            }
            at += 1 + length;
        }
        return OptionalInt.empty();
    }

    /** The packet of an XMP extension; empty for any other block. */
    static Optional<Bytes> xmp(Bytes file, GifBlock block) {
        int start = block.dataStart() + HEAD;
        int end = block.end() - MAGIC_TRAILER;
        return block.isApplication(file, XMP) && end > start
                ? Optional.of(file.slice(start, end - start))
                : Optional.empty();
    }

    public static void writeXmp(Bytes packet, BinaryWriter out) {
        out.u8(0x21).u8(0xFF).u8(XMP.length()).latin1(XMP).bytes(packet).u8(1);
        for (int value = 255; value >= 0; value--) {
            out.u8(value);
        }
        out.u8(0);
    }
}
