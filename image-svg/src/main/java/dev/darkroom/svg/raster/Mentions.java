package dev.darkroom.svg.raster;

import dev.darkroom.core.Bytes;

/** Whether words occur in a text that was not parsed yet, to reserve memory by: in any case and encoding, and rather too often. */
final class Mentions {
    private final Bytes text;
    private final boolean hidden;

    Mentions(Bytes text) {
        this.text = text;
        // References and escapes may stand for any letter.
        this.hidden = text.indexOf('&', 0) < text.length() || text.indexOf('\\', 0) < text.length();
    }

    /**
     * @param words in lower case
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
            while (matched < word.length() && (text.u8(at + matched * stride) | 0x20) == word.charAt(matched)) {
                matched++;
            }
            if (matched == word.length()) {
                return true;
            }
        }
        return false;
    }
}
