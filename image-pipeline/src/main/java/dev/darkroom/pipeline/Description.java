package dev.darkroom.pipeline;

import dev.darkroom.spi.codec.Availability;
import java.util.List;

/** What a pipeline found: a line per provider, in the order they are asked. */
public record Description(List<Line> lines) {
    /**
     * @param kind such as {@code "decoder"}
     * @param name the provider's
     * @param handles formats or schemes, as text
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
