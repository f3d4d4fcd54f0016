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
record Row(
        String name,
        Expected expected,
        Supplier<Stream<byte[]>> inputs,
        boolean svg,
        @Nullable String fileName) {
    static Row row(String name, Expected expected, Supplier<byte[]> input) {
        return new Row(name, expected, () -> Stream.of(input.get()), false, null);
    }

    static Row rows(String name, Expected expected, Supplier<Stream<byte[]>> inputs) {
        return new Row(name, expected, inputs, false, null);
    }

    /** Every beginning of a file, the empty one included, the whole one not. */
    static Stream<byte[]> beginnings(byte[] file) {
        return Stream.iterate(0, length -> length < file.length, length -> length + 1)
                .map(length -> Arrays.copyOf(file, length));
    }

    Row acceptingSvg() {
        return new Row(name, expected, inputs, true, fileName);
    }

    /** As a file of this name. */
    Row named(String name) {
        return new Row(this.name, expected, inputs, svg, name);
    }

    @Override
    public String toString() {
        return name;
    }
}
