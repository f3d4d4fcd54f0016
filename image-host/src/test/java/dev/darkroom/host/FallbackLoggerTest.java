package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FallbackLoggerTest {
    @Test
    void whatThePlatformsLoggerCannotWriteGoesToStandardError() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.Logger log = new FallbackLogger(
                    name -> {
                        throw new ExceptionInInitializerError("no descriptor for " + name);
                    },
                    "worker");
            log.log(Level.ERROR, "the task failed");
            log.log(Level.ERROR, "the task failed again", new OutOfMemoryError());
            assertThat(log.isLoggable(Level.ERROR)).isTrue();
            assertThat(log.isLoggable(Level.DEBUG)).isFalse();
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("the task failed", "the task failed again");
    }

    @Test
    void itLogsWhatThePlatformsLoggerLogs() {
        System.Logger platform = System.getLogger("worker");
        System.Logger log = new FallbackLogger("worker");
        assertThat(log.getName()).isEqualTo("worker");
        for (Level level : Level.values()) {
            assertThat(log.isLoggable(level)).as("%s", level).isEqualTo(platform.isLoggable(level));
        }
    }
}
