package dev.darkroom.svg.raster;

import dev.darkroom.core.Bytes;

/**
 * Searches for words in an unparsed text, to reserve memory. The search ignores case and encoding. It may report a word that is not
 * present, but it never misses one.
 */
final class WordSearch {
    private final Bytes text;
    private final boolean hidden;

    WordSearch(Bytes text) {
        this.text = text;
        // Numeric references, entities and escapes may represent any letter.
        this.hidden = occurs("&#", 1)
                || occurs("&#", 2)
                || occurs("<!entity", 1)
                || occurs("<!entity", 2)
                || text.indexOf('\\', 0) < text.length();
    }

    /**
     * @param words words in lower case
     */
    boolean any(String... words) {
        if (hidden) {
            return true;
        }
        for (String word : words) {
            if (occurs(word, 1) || occurs(word, 2)) {
                return true;
            }
        }
        return false;
    }

    private boolean occurs(String word, int stride) {
        int last = text.length() - (word.length() - 1) * stride;
        for (int at = 0; at < last; at++) {
            int matched = 0;
            while (matched < word.length() && lower(text.u8(at + matched * stride)) == word.charAt(matched)) {
                matched++;
            }
            if (matched == word.length()) {
                return true;
            }
        }
        return false;
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
    }
}
