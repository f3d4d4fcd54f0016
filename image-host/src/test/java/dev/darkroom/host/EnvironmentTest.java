package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void variablesAreUtf8AndMayHaveEqualsSignsAndLineBreaks() {
        byte[] block = "NAME=Größe 夕日.jpg\0EMPTY=\0SUM=1+1=2\0LINES=a\nb\0".getBytes(StandardCharsets.UTF_8);
        assertThat(Environment.parse(block))
                .hasSize(4)
                .containsEntry("NAME", "Größe 夕日.jpg")
                .containsEntry("EMPTY", "")
                .containsEntry("SUM", "1+1=2")
                .containsEntry("LINES", "a\nb");
    }

    @Test
    void whatIsNoVariableIsLeftOut() {
        assertThat(Environment.parse(new byte[0])).isEmpty();
        assertThat(Environment.parse("no equals sign\0=C:=x\0\0".getBytes(StandardCharsets.UTF_8)))
                .doesNotContainKey("")
                .doesNotContainKey("no equals sign");
    }

    @Test
    void thisProcessHasTheVariablesThatItsRuntimeReports() {
        assertThat(Environment.read().keySet()).containsAll(System.getenv().keySet());
    }
}
