package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.nio.charset.StandardCharsets;

/** Checks that the rewriter drops bytes that do not belong to the picture. */
final class SurplusBytesCheck {
    static final String TEXT = "CANARY-in-a-place-that-nobody-sees";
    static final byte[] BYTES = FixtureBytes.ascii(TEXT);

    private SurplusBytesCheck() {}

    /** The rewritten file must be equal for the file with hidden bytes and for the file without them. */
    static void isDropped(Format format, byte[] clean, byte[] hiding) throws ImageException {
        byte[] copy = isDroppedFromCodes(format, clean, hiding);
        assertThat(EncodedPictures.pixels(copy).get(0))
                .as("pixels")
                .isEqualTo(EncodedPictures.pixels(clean).get(0));
    }

    /** The same for files that no other decoder here reads, so pixels are not compared. Returns the copy. */
    static byte[] isDroppedFromCodes(Format format, byte[] clean, byte[] hiding) throws ImageException {
        assertThat(hiding).as("a file with something hidden").isNotEqualTo(clean);
        byte[] copy = EncodedPictures.rewritten(format, hiding);
        assertThat(copy).isEqualTo(EncodedPictures.rewritten(format, clean));
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY");
        assertThat(EncodedPictures.rewritten(format, copy))
                .as("rewritten again")
                .isEqualTo(copy);
        return copy;
    }
}
