package dev.darkroom.core;

import java.util.Base64;
import java.util.Locale;

/**
 * A preview that a page can show until the picture is loaded. It is computed from the smallest rendition at 100 x 100 pixels or less.
 *
 * @param thumbHash a hash of 5 to 25 bytes in the format of Evan Wallace's {@code rgbaToThumbHash}
 * @param dominantColor 0xRRGGBB in sRGB, computed as in sharp's {@code stats().dominant}: the colour of the most frequent of
 *     16 x 16 x 16 bins; fully transparent pixels count only if there are no others
 */
public record Placeholder(Bytes thumbHash, int dominantColor) {
    /** Whether the picture is opaque: the alpha flag of the hash is not set. */
    public boolean opaque() {
        return thumbHash.length() < 3 || (thumbHash.u8(2) & 0x80) == 0;
    }

    /** The hash in Base64, the usual form for transfer. */
    public String thumbHashBase64() {
        return Base64.getEncoder().encodeToString(thumbHash.toArray());
    }

    /** The dominant colour in CSS notation, such as {@code "#08a8f8"}. */
    public String dominantHex() {
        return String.format(Locale.ROOT, "#%06x", dominantColor);
    }
}
