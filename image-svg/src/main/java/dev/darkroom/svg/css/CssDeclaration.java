package dev.darkroom.svg.css;

/**
 * A declaration that the allowlist permits.
 *
 * @param property name in lower case
 * @param value serialized value
 * @param important whether it has {@code !important}
 */
public record CssDeclaration(String property, String value, boolean important) {
    /** The declaration as CSS text. */
    String css() {
        return property + ":" + value + (important ? "!important" : "");
    }
}
