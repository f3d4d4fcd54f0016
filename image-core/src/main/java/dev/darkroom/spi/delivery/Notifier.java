package dev.darkroom.spi.delivery;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;

/** Reports the outcome of a job to another system. Thread-safe. A failed notification goes to the listeners and changes no outcome. */
public interface Notifier {
    String name();

    void notify(Outcome outcome) throws ImageException;
}
