package dev.darkroom.bench.report;

import dev.darkroom.world.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON object whose members are read by paths of names. */
record Tree(Map<String, @Nullable Object> values) {
    /** Reads a stored result; empty if that run was not made. */
    static Optional<Tree> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(new Tree(StrictJson.object(Files.readString(file)))) : Optional.empty();
    }

    private @Nullable Object at(String... path) {
        Object value = values;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    /** A member as text; empty if it is missing. */
    String text(String... path) {
        Object value = at(path);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value == null ? "" : value.toString();
    }

    /** A number; NaN if it is missing. */
    double number(String... path) {
        return at(path) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The names of an object's members. */
    Set<String> names(String... path) {
        return at(path) instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    /** An object; empty if it is missing. */
    @SuppressWarnings("unchecked") // objects of Json have string keys
    Tree object(String... path) {
        return at(path) instanceof Map<?, ?> map ? new Tree((Map<String, @Nullable Object>) map) : new Tree(Map.of());
    }

    /** The objects of a list. */
    @SuppressWarnings("unchecked") // objects of Json have string keys
    List<Tree> list(String... path) {
        return at(path) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> new Tree((Map<String, @Nullable Object>) each))
                        .toList()
                : List.of();
    }
}
