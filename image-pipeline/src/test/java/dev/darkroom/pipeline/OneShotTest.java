package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Deadline;
import dev.darkroom.spi.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What needs no signal; signals are tested with real processes by the reference worker. */
class OneShotTest {
    private final List<String> said = new ArrayList<>();
    private boolean deaf;

    private String run(Supplier<String> work) {
        return OneShot.run(
                new OneShot.Task<String>() {
                    @Override
                    public String work(CompletionStage<?> stop) {
                        return work.get();
                    }

                    @Override
                    public String broken(Throwable cause) {
                        return "broken by " + cause.getClass().getSimpleName();
                    }

                    @Override
                    public String stopped() {
                        return "stopped";
                    }

                    @Override
                    public void tell(String end, Patience patience, Deadline deadline) throws ImageException {
                        said.add("tell " + end);
                        if (deaf) {
                            throw ImageException.unavailable("callback", "500", null);
                        }
                    }

                    @Override
                    public void told(String end) {
                        said.add("told " + end);
                    }
                },
                Patience.standard());
    }

    @Test
    void anEndIsToldOnce() {
        assertThat(run(() -> "done")).isEqualTo("done");
        assertThat(said).containsExactly("tell done", "told done");
    }

    @Test
    void anEndThatCannotBeToldIsStillTheEnd() {
        deaf = true;
        assertThat(run(() -> "done")).isEqualTo("done");
        assertThat(said).containsExactly("tell done");
    }

    @Test
    void whateverTheWorkThrowsIsTold() {
        assertThat(run(() -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isEqualTo("broken by OutOfMemoryError");
        assertThat(run(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .isEqualTo("broken by IllegalStateException");
        assertThat(said).filteredOn(line -> line.startsWith("told")).hasSize(2);
    }
}
