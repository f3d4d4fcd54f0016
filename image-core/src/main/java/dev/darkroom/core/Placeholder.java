package dev.darkroom.core;

import java.util.Base64;
import java.util.Locale;

/**
 * What a page can show before the picture is there, made from the smallest rendition's pixels at 100 x 100 or less.
 *
 * @param thumbHash 5 to 25 bytes, as Evan Wallace's {@code rgbaToThumbHash} makes them
 * @param dominantColor 0xRRGGBB in sRGB, as sharp's {@code stats().dominant} tells it: the colour of the fullest of 16 x 16 x 16 bins;
 *     pixels that are wholly transparent are not counted while there are others
 */
public record Placeholder(Bytes thumbHash, int dominantColor) {
    /** Whether the picture covers all that is behind it: the hash says where it does not. */
    public boolean opaque() {
        return thumbHash.length() < 3 || (thumbHash.u8(2) & 0x80) == 0;
    }

    /** In Base64, as the reference implementation's users pass it on. */
    public String thumbHashBase64() {
        return Base64.getEncoder().encodeToString(thumbHash.toArray());
    }

    /** As CSS has it, such as {@code "#08a8f8"}. */
    public String dominantHex() {
        return String.format(Locale.ROOT, "#%06x", dominantColor);
    }
}
