package dev.darkroom.spi.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PutOptionsTest {
    @Test
    void metadataOverTwoKilobytesAsSentIsRefused() {
        PutOptions full = PutOptions.plain().metadata("a", "x".repeat(1000)).metadata("b", "y".repeat(1046));
        assertThat(full.metadata()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.metadata("c", "z"))
                .withMessageContaining("2050")
                .withMessageContaining("2048");
        assertThatIllegalArgumentException().isThrownBy(() -> PutOptions.plain().metadata("k", "ü".repeat(800)));
        assertThat(PutOptions.plain().metadata("k", "ü".repeat(500)).metadata()).hasSize(1);
    }

    @Test
    void aReplacedValueCountsOnce() {
        PutOptions options = PutOptions.plain().metadata("a", "x".repeat(2000)).metadata("a", "y".repeat(2000));
        assertThat(options.metadata()).isEqualTo(Map.of("a", "y".repeat(2000)));
    }

    @Test
    void headersCannotBeSmuggledIn() {
        assertThatIllegalArgumentException().isThrownBy(() -> PutOptions.contentType("image/png\r\nx: y"));
        assertThatIllegalArgumentException().isThrownBy(() -> PutOptions.contentType(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> PutOptions.plain().cacheControl("no-store\n"));
        for (String key : new String[] {"", "A", "a b", "a:b", "ü", "a\r\nb"}) {
            assertThatIllegalArgumentException()
                    .as(key)
                    .isThrownBy(() -> PutOptions.plain().metadata(key, "x"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PutOptions.plain().metadata("k", ""))
                .withMessageContaining("k is empty");
    }

    @Test
    void theLastConditionHolds() {
        PutOptions options = PutOptions.plain().ifMatch("e").ifAbsent();
        assertThat(options.requiresAbsent()).isTrue();
        assertThat(options.requiredEtag()).isEmpty();
        assertThat(options.ifMatch("e").requiresAbsent()).isFalse();
        assertThat(options.metadata("k", "v").cacheControl("no-store").requiresAbsent())
                .isTrue();
    }
}
