package dev.darkroom.hostile.table;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One hostile input, or many of one kind.
 *
 * @param name what is wrong with it
 * @param expected what has to become of it
 * @param inputs makes it; called anew for each run, and each file is made only when it is its turn
 * @param svg whether the pipeline accepts SVG beside the raster formats
 * @param fileName what the sender calls it; null for bytes without a name
 */
public record HostileCase(
        String name,
        ExpectedOutcome expected,
        Supplier<Stream<byte[]>> inputs,
        boolean svg,
        @Nullable String fileName) {
    public static HostileCase row(String name, ExpectedOutcome expected, Supplier<byte[]> input) {
        return new HostileCase(name, expected, () -> Stream.of(input.get()), false, null);
    }

    public static HostileCase rows(String name, ExpectedOutcome expected, Supplier<Stream<byte[]>> inputs) {
        return new HostileCase(name, expected, inputs, false, null);
    }

    /** Every beginning of a file, the empty one included, the whole one not. */
    public static Stream<byte[]> beginnings(byte[] file) {
        return Stream.iterate(0, length -> length < file.length, length -> length + 1)
                .map(length -> Arrays.copyOf(file, length));
    }

    public HostileCase acceptingSvg() {
        return new HostileCase(name, expected, inputs, true, fileName);
    }

    /** As a file of this name. */
    public HostileCase named(String name) {
        return new HostileCase(this.name, expected, inputs, svg, name);
    }

    @Override
    public String toString() {
        return name;
    }
}
