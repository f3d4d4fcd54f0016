package dev.darkroom.pipeline;

import dev.darkroom.spi.codec.Availability;
import java.util.List;

/** The providers that a pipeline found: one line per provider, in the order in which the pipeline asks them. */
public record Description(List<Line> lines) {
    /**
     * @param kind kind of provider, such as {@code "decoder"}
     * @param name name of the provider
     * @param handles formats or schemes that the provider handles, as text
     */
    public record Line(String kind, String name, String handles, Availability availability) {
        @Override
        public String toString() {
            return "%-10s %-14s %-28s %s".formatted(kind, name, handles, state());
        }

        private String state() {
            if (availability instanceof Availability.Unavailable absent) {
                return "unavailable: " + absent.reason();
            }
            String detail = ((Availability.Available) availability).detail();
            return detail.isEmpty() ? "available" : "available: " + detail;
        }
    }

    @Override
    public String toString() {
        return String.join("\n", lines.stream().map(Line::toString).toList());
    }
}
