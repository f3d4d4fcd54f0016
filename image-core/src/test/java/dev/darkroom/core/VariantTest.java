package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTest {
    @Test
    void aListGivesEachItsNameAndLongestSide() {
        assertThat(Variant.parseList("thumb=400,medium=1200"))
                .extracting(Variant::toString)
                .containsExactly(
                        Variant.named("thumb").limit(400).toString(),
                        Variant.named("medium").limit(1200).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "thumb",
                "thumb=",
                "thumb=0",
                "thumb=-4",
                "thumb=4x",
                "=400",
                "thumb=400,,large=800",
                "thumb=9999999999"
            })
    void whatIsNoListIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Variant.parseList(text));
    }
}
