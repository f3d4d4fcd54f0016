package dev.darkroom.svg.css;

import java.util.List;

/**
 * A compound selector (Selectors Level 4, section 3): conditions on one element.
 *
 * @param conditions all of them have to hold; a selector without any, such as {@code *}, has none
 */
public record CompoundSelector(List<Condition> conditions) {
    /** What a condition looks at. */
    public enum Kind {
        TYPE,
        ID,
        CLASS,
        ATTRIBUTE,
        PSEUDO_CLASS
    }

    /**
     * A condition on an element.
     *
     * @param name name of the type, id, class, attribute or pseudo-class
     * @param operator for an attribute: {@code =}, {@code ~=}, {@code |=}, {@code ^=}, {@code $=} or {@code *=}; empty if it only has to exist
     * @param value for an attribute
     */
    public record Condition(Kind kind, String name, String operator, String value) {
        static Condition of(Kind kind, String name) {
            return new Condition(kind, name, "", "");
        }
    }
}
