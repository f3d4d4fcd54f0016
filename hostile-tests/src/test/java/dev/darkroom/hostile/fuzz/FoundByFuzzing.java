package dev.darkroom.hostile.fuzz;

import java.util.List;

/**
 * An input that a fuzzer, or a mutated picture, once broke something with.
 *
 * @param name what it broke
 */
record FoundByFuzzing(String name, byte[] input) {
    static final List<FoundByFuzzing> ALL = List.of();

    @Override
    public String toString() {
        return name;
    }
}
