package dev.darkroom.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header fields in the order they came, names compared without regard to case. Immutable. */
public record Headers(List<Field> fields) {
    /** One field, as spelled by its sender. */
    public record Field(String name, String value) {}

    static final Headers NONE = new Headers(List.of());

    public Headers {
        fields = List.copyOf(fields);
    }

    /** The value of the first field of that name. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** These fields and one more. */
    public Headers with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(more);
    }

    /** These fields without any of that name. */
    public Headers without(String name) {
        return new Headers(fields.stream()
                .filter(field -> !field.name().equalsIgnoreCase(name))
                .toList());
    }
}
