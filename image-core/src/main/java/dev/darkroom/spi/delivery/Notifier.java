package dev.darkroom.spi.delivery;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;

/** Tells somebody how a job ended. Thread-safe. Its failure is reported to listeners and changes no outcome. */
public interface Notifier {
    String name();

    void notify(Outcome outcome) throws ImageException;
}
