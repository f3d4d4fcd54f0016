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
 * One named setting of a program: its form, its default and its meaning in one place, for the code that reads it, the error that names
 * it and the table that explains it. Values appear in no message, for they may be secrets. Immutable and thread-safe.
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
     * @param fallback its value where it is left out or empty, which has the form too; null for one that must be given
     * @param form whether a value is one
     * @param meaning in a few words, fit for an error and a table
     */
    public Setting(String name, @Nullable String fallback, Predicate<String> form, String meaning) {
        this.name = name;
        this.fallback = fallback;
        this.form = form;
        this.meaning = meaning;
    }

    /** Text that matches as a whole; a dot stands for line breaks too. */
    public static Predicate<String> matching(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }

    /**
     * The value given, or the default.
     *
     * @throws IllegalArgumentException in one line that names the setting, when it is missing or malformed
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

    /** The value of one whose form is that of whole numbers. */
    public long number(Map<String, String> given) {
        return Long.parseLong(in(given));
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
