package dev.darkroom.core.signature;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import java.util.Optional;

/** Detects formats that are not pictures but are often uploaded as pictures, by their first bytes. */
final class FileMagic {
    private FileMagic() {}

    static Optional<Format> of(Bytes b) {
        if (b.startsWith("%PDF-", 0)) {
            return Optional.of(Format.PDF);
        }
        if (b.startsWith("PK\3\4", 0) || b.startsWith("PK\5\6", 0) || b.startsWith("PK\7\b", 0)) {
            return Optional.of(Format.ZIP);
        }
        // RFC 1952, section 2.3: deflate is the only method, and three flag bits are reserved.
        if (b.startsWith("\u001F\u008B\b", 0) && b.length() >= 10 && (b.u8(3) & 0xE0) == 0) {
            return Optional.of(Format.GZIP);
        }
        if (isDosHeader(b)) {
            return Optional.of(Format.WINDOWS_EXECUTABLE);
        }
        if (isElf(b)) {
            return Optional.of(Format.ELF_EXECUTABLE);
        }
        if (b.startsWith("#!/", 0) || b.startsWith("#! /", 0)) {
            return Optional.of(Format.SCRIPT);
        }
        return Optional.empty();
    }

    /** Checks the start of every PE file: "MZ", bytes on the last page, number of pages, and header size in paragraphs (at least 2). */
    private static boolean isDosHeader(Bytes b) {
        return b.startsWith("MZ", 0)
                && b.length() >= 10
                && b.u16le(2) < 512
                && b.u16le(4) >= 1
                && b.u16le(8) >= 2
                && b.u16le(8) < 0x1000;
    }

    private static boolean isElf(Bytes b) {
        return b.startsWith("\u007FELF", 0) && b.length() >= 6 && isOneOrTwo(b.u8(4)) && isOneOrTwo(b.u8(5));
    }

    private static boolean isOneOrTwo(int value) {
        return value == 1 || value == 2;
    }
}
