package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallbackLoggerTest {
    @Test
    void theFallbackGetsWhatThePlatformsLoggerCannotWrite() {
        List<String> received = new ArrayList<>();
        System.Logger log = new FallbackLogger(
                name -> {
                    throw new ExceptionInInitializerError("no descriptor for " + name);
                },
                "worker",
                received::add);
        log.log(Level.ERROR, "the task failed");
        log.log(Level.ERROR, "the task failed again", new OutOfMemoryError());
        assertThat(received).containsExactly("the task failed", "the task failed again");
        assertThat(log.isLoggable(Level.ERROR)).isTrue();
        assertThat(log.isLoggable(Level.DEBUG)).isFalse();
    }

    @Test
    void itLogsWhatThePlatformsLoggerLogs() {
        System.Logger platform = System.getLogger("worker");
        System.Logger log = new FallbackLogger("worker", lost -> {});
        assertThat(log.getName()).isEqualTo("worker");
        for (Level level : Level.values()) {
            assertThat(log.isLoggable(level)).as("%s", level).isEqualTo(platform.isLoggable(level));
        }
    }
}
