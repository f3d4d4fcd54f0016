package dev.darkroom.host;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A named setting of a program. Its form, its default and its meaning are defined here once: for the code that reads the setting, for the
 * error message that names it, and for the table that documents it. Messages never contain values, because values may be secrets. Immutable
 * and thread-safe.
 */
public final class Setting {
    /** Any text. */
    public static final Predicate<String> TEXT = text -> true;
    /** A whole number from 1 to 999,999,999. */
    public static final Predicate<String> COUNT = matching("[1-9]\\d{0,8}");
    /** An http or https URL with a host. */
    public static final Predicate<String> URL = Setting::isUrl;

    private final String name;
    private final @Nullable String fallback;
    private final Predicate<String> form;
    private final String meaning;

    /**
     * @param fallback the default for a missing or empty value; it must have the form too; null if the setting is required
     * @param form test whether a value is valid
     * @param meaning in a few words, for an error message and for the table
     */
    public Setting(String name, @Nullable String fallback, Predicate<String> form, String meaning) {
        this.name = name;
        this.fallback = fallback;
        this.form = form;
        this.meaning = meaning;
    }

    /** A form: text that matches the pattern as a whole. A dot matches line breaks too. */
    public static Predicate<String> matching(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }

    /**
     * Returns the given value, or the default.
     *
     * @throws IllegalArgumentException when the value is missing or malformed; the message is one line that names the setting
     */
    public String in(Map<String, String> given) {
        String value = given.getOrDefault(name, "");
        if (value.isEmpty()) {
            if (fallback == null) {
                throw new IllegalArgumentException(name + " is missing: " + meaning);
            }
            return fallback;
        }
        if (!form.test(value)) {
            throw new IllegalArgumentException(name + " is malformed: " + meaning);
        }
        return value;
    }

    /** Returns the value of a setting whose form is a whole number. */
    public long number(Map<String, String> given) {
        return Long.parseLong(in(given));
    }

    /**
     * Returns the value of a setting whose form is a whole number, or the default if the value is malformed. For a setting that is needed
     * before a malformed value can be reported.
     *
     * @throws IllegalArgumentException when there is no default
     */
    public long numberOrDefault(Map<String, String> given) {
        return form.test(given.getOrDefault(name, "")) ? number(given) : number(Map.of());
    }

    /** The settings as a table in Markdown. */
    public static String table(List<Setting> settings) {
        return settings.stream()
                .map(s -> "| `%s` | %s | %s |\n".formatted(s.name, s.shownDefault(), s.meaning))
                .collect(Collectors.joining("", "| variable | default | meaning |\n| --- | --- | --- |\n", ""));
    }

    private static boolean isUrl(String text) {
        try {
            URI url = new URI(text);
            return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                    && url.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private String shownDefault() {
        if (fallback == null) {
            return "required";
        }
        return fallback.isEmpty() ? "" : "`" + fallback + "`";
    }

    @Override
    public String toString() {
        return name;
    }
}
