package dev.darkroom.hostile.table;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case of the table: one hostile input, or many of one kind.
 *
 * @param name description of the attack
 * @param expected expected outcome of every input
 * @param inputs makes the inputs; it is called for each run, and each file is made only when it is needed
 * @param svg whether the pipeline also accepts SVG
 * @param fileName file name of the upload; null for none
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

    /** Every proper prefix of a file, including the empty one. */
    public static Stream<byte[]> beginnings(byte[] file) {
        return Stream.iterate(0, length -> length < file.length, length -> length + 1)
                .map(length -> Arrays.copyOf(file, length));
    }

    public HostileCase acceptingSvg() {
        return new HostileCase(name, expected, inputs, true, fileName);
    }

    /** The same case with a file name. */
    public HostileCase named(String name) {
        return new HostileCase(this.name, expected, inputs, svg, name);
    }

    @Override
    public String toString() {
        return name;
    }
}
