package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.nio.charset.StandardCharsets;

/** Checks that what a file carries beyond its picture is in no copy. */
final class Surplus {
    static final String TEXT = "CANARY-in-a-place-that-nobody-sees";
    static final byte[] BYTES = Raw.ascii(TEXT);

    private Surplus() {}

    /** The copy of a file with something hidden is that of the same file without. */
    static void isDropped(Format format, byte[] clean, byte[] hiding) throws ImageException {
        assertThat(hiding).as("a file with something hidden").isNotEqualTo(clean);
        byte[] copy = Pictures.rewritten(format, hiding);
        assertThat(copy).isEqualTo(Pictures.rewritten(format, clean));
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY");
        assertThat(Pictures.rewritten(format, copy)).as("rewritten again").isEqualTo(copy);
        assertThat(Pictures.pixels(copy).get(0))
                .as("pixels")
                .isEqualTo(Pictures.pixels(clean).get(0));
    }
}
