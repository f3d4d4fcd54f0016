package dev.darkroom.pipeline.store;

import dev.darkroom.spi.delivery.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template for keys, such as {@code {creatorId}/content-thumbnails/{contentId}/{variant}.{ext}}. The placeholders {@code variant},
 * {@code ext}, {@code jobId} and {@code sha256} (of the source) are always known. Any other placeholder is an attribute of the job. A value
 * must be one path segment, or a part of one.
 */
public final class KeyTemplate {
    static final String VARIANT = "variant";
    static final String EXT = "ext";
    static final String JOB_ID = "jobId";
    static final String SHA256 = "sha256";

    private static final Set<String> OWN = Set.of(VARIANT, EXT, JOB_ID, SHA256);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)}");

    private final String template;
    /** Text and placeholder names alternate; the first and the last part are text. */
    private final List<String> parts;

    private KeyTemplate(String template, List<String> parts) {
        this.template = template;
        this.parts = parts;
    }

    /**
     * @throws IllegalArgumentException when the template is malformed, or when no values could make a valid key of it
     */
    public static KeyTemplate parse(String template) {
        List<String> parts = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholder.find()) {
            parts.add(template.substring(end, placeholder.start()));
            parts.add(known(placeholder.group(1), template));
            end = placeholder.end();
        }
        parts.add(template.substring(end));
        for (int i = 0; i < parts.size(); i += 2) {
            if (parts.get(i).contains("{") || parts.get(i).contains("}")) {
                throw new IllegalArgumentException("the key template \"" + template
                        + "\" has a brace that is no part of a placeholder such as {variant}");
            }
        }
        KeyTemplate parsed = new KeyTemplate(template, List.copyOf(parts));
        ObjectKey.checked(parsed.filled(name -> "x"));
        return parsed;
    }

    private static String known(String name, String template) {
        for (String own : OWN) {
            if (name.equalsIgnoreCase(own) && !name.equals(own)) {
                throw new IllegalArgumentException(
                        "the key template \"" + template + "\" says {" + name + "}; the placeholder is {" + own + "}");
            }
        }
        return name;
    }

    boolean has(String name) {
        return template.contains("{" + name + "}");
    }

    /** Whether the template has any of the four placeholders that are not attributes. */
    public boolean hasOwn() {
        return OWN.stream().anyMatch(this::has);
    }

    /** The placeholders that a job's attributes must fill. */
    Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < parts.size(); i += 2) {
            if (!OWN.contains(parts.get(i))) {
                names.add(parts.get(i));
            }
        }
        return names;
    }

    /**
     * @throws IllegalArgumentException when an attribute is missing or is not a valid segment, or when the key becomes too long
     */
    public String fill(Map<String, String> attributes, Map<String, String> own) {
        return ObjectKey.checked(filled(name -> {
            String value = OWN.contains(name) ? own.get(name) : attributes.get(name);
            if (value == null) {
                throw new IllegalArgumentException("the key template \"" + template + "\" needs the attribute " + name
                        + ", which the job does not have");
            }
            return segment(name, value);
        }));
    }

    private String filled(Function<String, String> values) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            key.append(i % 2 == 0 ? parts.get(i) : values.apply(parts.get(i)));
        }
        return key.toString();
    }

    /**
     * Checks that a value is one segment, so that it cannot lead to another folder. A backslash is refused too, although keys may contain
     * one, because names and ids need none.
     */
    static String segment(String name, String value) {
        if (value.contains("/") || value.contains("\\")) {
            throw new IllegalArgumentException(name + " has a slash, but must be one segment of a key");
        }
        try {
            return ObjectKey.checkedSegment(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is not a segment of a key: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return template;
    }
}
