package dev.darkroom.svg.tree;

import dev.darkroom.core.ImageException;
import dev.darkroom.svg.css.Declarations;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The allowed attributes and their allowed values. */
final class AttributeRules {
    private static final Set<String> PLAIN = words("""
            amplitude azimuth baseFrequency bias clipPathUnits cursor cx cy diffuseConstant divisor dx dy edgeMode elevation
            exponent filterRes filterUnits fr fx fy gradientUnits height intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lang
            lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode
            numOctaves offset operator order orient pathLength patternContentUnits patternUnits pointsAtX pointsAtY pointsAtZ
            preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY role rotate rx ry scale seed side slope spacing
            specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage
            tableValues targetX targetY textLength type values version viewBox width x x1 x2 xChannelSelector xml:lang xml:space y
            y1 y2 yChannelSelector z
            """);

    private static final Set<String> TRANSFORMS = words("transform gradientTransform patternTransform");
    private static final Set<String> DRAWINGS = words("d points");
    private static final Set<String> NAMES = words("id in in2 result");
    private static final Set<String> TEXTS = words("aria-label aria-labelledby aria-describedby aria-hidden");
    /** Elements that draw the element they refer to. Links are not included. */
    private static final Set<String> REFERRING =
            words("use linearGradient radialGradient pattern textPath feImage image mask filter clipPath");

    private static final Pattern PLAIN_VALUE = Pattern.compile("[A-Za-z0-9+.,;%_\\s-]*");
    private static final Pattern TRANSFORM = Pattern.compile("[A-Za-z0-9+.,()\\s-]*");
    private static final Pattern DRAWING = Pattern.compile("[A-Za-z0-9+.,\\s-]*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:-]{1,200}");
    private static final Pattern CLASSES = Pattern.compile("[\\p{L}\\p{N}_.:\\s-]*");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9/+.-]*");
    private static final Pattern MEDIA = Pattern.compile("[A-Za-z0-9 ():,.-]*");
    private static final Pattern FRAGMENT = Pattern.compile("\\s*(#[\\p{L}\\p{N}_.:-]{1,200})\\s*");

    private final EmbeddedPictures embedded;

    AttributeRules(EmbeddedPictures embedded) {
        this.embedded = embedded;
    }

    /** The internal name of an attribute; null if its namespace is not supported. */
    static @Nullable String name(String namespace, String local) {
        return switch (namespace) {
            case "" -> local;
            case "http://www.w3.org/1999/xlink" -> local.equals("href") ? "xlink:href" : null;
            case "http://www.w3.org/XML/1998/namespace" ->
                local.equals("lang") || local.equals("space") ? "xml:" + local : null;
            default -> null;
        };
    }

    /** Returns the allowed value; empty if the attribute must be removed. */
    Optional<String> clean(String element, String name, String value) throws ImageException {
        if (name.equals("href") || name.equals("xlink:href")) {
            return reference(element, value);
        }
        if (name.equals("style")) {
            return Optional.of(Declarations.clean(value)).filter(style -> !style.isEmpty());
        }
        if (DRAWINGS.contains(name)) {
            return Optional.of(start(DRAWING, value));
        }
        if (TRANSFORMS.contains(name)) {
            return matching(TRANSFORM, value);
        }
        if (NAMES.contains(name)) {
            return matching(NAME, value);
        }
        if (name.equals("class")) {
            return matching(CLASSES, value);
        }
        if (name.equals("type") && element.equals("style")) {
            return matching(MEDIA_TYPE, value);
        }
        if (name.equals("media")) {
            return matching(MEDIA, value);
        }
        if (PLAIN.contains(name)) {
            return matching(PLAIN_VALUE, value);
        }
        return TEXTS.contains(name) ? Optional.of(value) : Declarations.cleanValue(name, value);
    }

    private Optional<String> reference(String element, String value) {
        if (!REFERRING.contains(element)) {
            return Optional.empty();
        }
        Matcher fragment = FRAGMENT.matcher(value);
        if (fragment.matches()) {
            return element.equals("image") ? Optional.empty() : Optional.of(fragment.group(1));
        }
        return element.equals("image") || element.equals("feImage") ? embedded.clean(value) : Optional.empty();
    }

    private static Optional<String> matching(Pattern pattern, String value) {
        return pattern.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }

    /** Returns the valid start of a path, because renderers draw a path up to its first error. */
    private static String start(Pattern pattern, String value) {
        Matcher matcher = pattern.matcher(value);
        return matcher.lookingAt() ? matcher.group() : "";
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
