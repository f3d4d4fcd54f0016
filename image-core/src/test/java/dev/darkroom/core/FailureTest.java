package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    @ParameterizedTest
    @ValueSource(strings = {"\0", "\n", "\r", "\u001b[2J", "\u009b", "\u202e", "\u2028", "\ud800", "\u200b"})
    void whatAnUploadSaysInAMessageIsOneLineThatShowsAsItIs(String quoted) {
        String message = "the element " + quoted + "x is not closed";
        for (Failure failure : List.of(
                new Failure.Malformed(message), new Failure.Unsupported(message), new Failure.Unrecognized(message))) {
            assertThat(failure.message()).startsWith("the element \uFFFD").endsWith("x is not closed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "\u00e4\u4e2d", "a \ud83d\ude00 face", "\u2026"})
    void whatAnybodyCanReadStays(String message) {
        assertThat(new Failure.Malformed(message).message()).isEqualTo(message);
    }
}
