package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.CommonMetadataScanner;
import dev.darkroom.hostile.metadata.scan.FileSlice;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Searches for canaries without knowledge of formats: in the bytes, in every second byte (UTF-16) and in hexadecimal digits. It also
 * searches all data that can be inflated from any position in the same way.
 */
final class CanarySearch {
    private static final String HEX_PREFIX =
            HexFormat.of().formatHex(Canaries.PREFIX.getBytes(StandardCharsets.ISO_8859_1));
    private static final int DEEPEST = 3;

    private final Set<String> found = new TreeSet<>();

    private CanarySearch() {}

    /** The texts of the canaries in a file. */
    static Set<String> in(byte[] file) {
        CanarySearch search = new CanarySearch();
        search.search(file, 0);
        return search.found;
    }

    private void search(byte[] bytes, int depth) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        plain(text);
        plain(everySecond(bytes, 0));
        plain(everySecond(bytes, 1));
        for (int at = text.indexOf(HEX_PREFIX); at >= 0; at = text.indexOf(HEX_PREFIX, at + 1)) {
            int end = Math.min(text.length(), at + 2 * Canaries.LENGTH);
            plain(new String(HexFormat.of().parseHex(text.substring(at, end)), StandardCharsets.ISO_8859_1));
        }
        for (int at = 0; at + 8 < bytes.length && depth < DEEPEST; at++) {
            if (startsZlib(bytes[at], bytes[at + 1])) {
                byte[] inflated =
                        CommonMetadataScanner.inflated(FileSlice.big(bytes).from(at));
                if (inflated.length >= Canaries.LENGTH) {
                    search(inflated, depth + 1);
                }
            }
        }
    }

    private void plain(String text) {
        for (int at = text.indexOf(Canaries.PREFIX); at >= 0; at = text.indexOf(Canaries.PREFIX, at + 1)) {
            found.add(text.substring(at, Math.min(text.length(), at + Canaries.LENGTH)));
        }
    }

    private static String everySecond(byte[] bytes, int first) {
        byte[] half = new byte[(bytes.length - first + 1) / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = bytes[first + 2 * i];
        }
        return new String(half, StandardCharsets.ISO_8859_1);
    }

    /** Whether two bytes are a zlib header: method deflate, and both bytes together a multiple of 31 (RFC 1950, 2.2). */
    private static boolean startsZlib(byte method, byte flags) {
        return (method & 0x8F) == 0x08 && ((method & 0xFF) << 8 | flags & 0xFF) % 31 == 0 && (flags & 0x20) == 0;
    }
}
