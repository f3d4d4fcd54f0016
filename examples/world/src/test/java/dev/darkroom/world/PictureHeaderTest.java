package dev.darkroom.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureHeaderTest {
    @ParameterizedTest
    @CsvSource({
        "R0lGODlhAwAFAIAAAAAAAAAAACwAAAAAAwAFAAACBISPqVgAOw==, image/gif, 3, 5",
        "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAJCAAAAAA=, image/png, 7, 9",
        "UklGRjAAAABXRUJQVlA4ICQAAACwAgCdASoKABQAPtFUo0uoJKMhsA==, image/webp, 10, 20",
        "UklGRhoAAABXRUJQVlA4TA4AAAAvCcAEAAcQEf0PRET/Aw==, image/webp, 10, 20",
        "UklGRhYBAABXRUJQVlA4WAoAAAAYAAAACQAAEwAAQUxQSAoAAAABBw==, image/webp, 10, 20",
    })
    void sizeIsRead(String base64, String type, int width, int height) {
        assertThat(PictureHeader.of(Base64.getDecoder().decode(base64)))
                .hasValue(new PictureHeader(type, width, height, 1));
    }

    @Test
    void bytesThatEndTooEarlyAreNoPicture() {
        assertThat(PictureHeader.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}))
                .isEmpty();
        assertThat(PictureHeader.of(new byte[0])).isEmpty();
    }
}
