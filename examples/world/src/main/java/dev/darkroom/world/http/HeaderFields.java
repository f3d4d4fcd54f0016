package dev.darkroom.world.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header fields in their original order. Names are compared without regard to case. Immutable. */
public record HeaderFields(List<Field> fields) {
    /** One field, in the spelling of its sender. */
    public record Field(String name, String value) {}

    public static final HeaderFields NONE = new HeaderFields(List.of());

    public HeaderFields {
        fields = List.copyOf(fields);
    }

    /** The value of the first field with a name. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** These fields with an additional one. */
    public HeaderFields with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new HeaderFields(more);
    }

    /** These fields without those of a name. */
    public HeaderFields without(String name) {
        return new HeaderFields(fields.stream()
                .filter(field -> !field.name().equalsIgnoreCase(name))
                .toList());
    }
}
