package dev.darkroom.world.demo;

import dev.darkroom.world.PictureHeader;
import java.time.Duration;
import java.util.Locale;

/** Formats sizes and times for people. */
final class UnitFormat {
    private UnitFormat() {}

    static String bytes(long count) {
        if (count < 1000) {
            return count + " B";
        }
        return count < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", count / 1e3)
                : String.format(Locale.ROOT, "%.2f MB", count / 1e6);
    }

    static String time(Duration time) {
        return time.toMillis() < 1000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1e3);
    }

    /** The displayed size of a picture. */
    static String size(byte[] picture) {
        return PictureHeader.of(picture)
                .map(found -> found.displayedWidth() + " × " + found.displayedHeight())
                .orElse("size unknown");
    }

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
