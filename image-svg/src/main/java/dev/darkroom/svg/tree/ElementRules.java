package dev.darkroom.svg.tree;

import java.util.Set;

/**
 * The allowed elements: shapes and text, the paint and effects for them, and descriptions. All other elements are removed with their
 * content: script, foreignObject, animation, metadata, fonts, and elements that always load a resource (tref, cursor, color-profile).
 */
final class ElementRules {
    private static final Set<String> ALLOWED = Set.of("""
            a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
            feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
            feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image line
            linearGradient marker mask path pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath
            title tspan use
            """.strip().split("\\s+"));

    private static final Set<String> TEXT = Set.of("text", "tspan", "textPath", "title", "desc", "style");
    private static final Set<String> ONLY_TEXT = Set.of("title", "desc", "style");

    private ElementRules() {}

    static boolean allows(String name, String parent) {
        return ALLOWED.contains(name) && !ONLY_TEXT.contains(parent);
    }

    /** Whether text in this element is significant. A link ({@code a}) counts too. */
    static boolean showsText(String name) {
        return TEXT.contains(name) || name.equals("a");
    }
}
