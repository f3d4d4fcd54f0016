package dev.darkroom.svg.css;

import java.util.Set;

/**
 * The allowed CSS properties and functions. Allowed are the properties of SVG 2's property index, and the CSS properties that draw text and
 * boxes of SVG. Not allowed are properties for animation (animation, transition), for interaction (cursor, pointer-events), and properties
 * that load a resource by a string (content, src, -moz-binding).
 */
final class CssProperties {
    private static final Set<String> ALLOWED = words("""
            alignment-baseline backface-visibility baseline-shift clip clip-path clip-rule color color-interpolation
            color-interpolation-filters color-rendering cx cy direction display dominant-baseline fill fill-opacity fill-rule filter
            flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
            font-style font-variant font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric
            font-variant-position font-variation-settings font-weight glyph-orientation-horizontal glyph-orientation-vertical height
            image-rendering isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask
            mask-type mix-blend-mode opacity overflow paint-order r rx ry shape-rendering stop-color stop-opacity stroke
            stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
            text-decoration text-decoration-color text-decoration-line text-decoration-style text-orientation text-rendering
            text-transform transform transform-box transform-origin unicode-bidi vector-effect visibility white-space width
            word-spacing writing-mode x y
            """);

    /** Functions that compute a value and load nothing. */
    private static final Set<String> FUNCTIONS = words("""
            blur brightness calc circle clamp cmyk color color-mix contrast device-cmyk drop-shadow ellipse grayscale hsl hsla
            hue-rotate hwb icc-color inset invert lab lch matrix matrix3d max min oklab oklch opacity perspective polygon rect rgb rgba
            rotate rotate3d rotatex rotatey rotatez saturate scale scale3d scalex scaley scalez sepia skew skewx skewy translate
            translate3d translatex translatey translatez
            """);

    /** Allowed functions in selectors. */
    private static final Set<String> SELECTING =
            words("is not where nth-child nth-last-child nth-last-of-type nth-of-type lang");

    private CssProperties() {}

    static boolean allows(String lowerCaseProperty) {
        return ALLOWED.contains(lowerCaseProperty);
    }

    static boolean allowsFunction(String lowerCaseName) {
        return FUNCTIONS.contains(lowerCaseName);
    }

    static boolean allowsInSelector(String lowerCaseName) {
        return SELECTING.contains(lowerCaseName);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
