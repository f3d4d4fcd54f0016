package dev.darkroom.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class FastLaneTest {
    @Test
    @EnabledForJreRange(max = JRE.JAVA_21)
    void anOlderJavaIsToldWhichOneIsNeeded() {
        assertThat(FastLane.closed())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("needs Java 22 or newer"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void aNewJavaFindsTheLaneOpen() {
        assertThat(FastLane.closed()).isEmpty();
    }
}
