package dev.darkroom.svg.css;

import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A colour in sRGB.
 *
 * @param rgb {@code 0xRRGGBB}
 * @param alpha 0 to 1
 */
public record CssColor(int rgb, double alpha) {
    private static final double DEGREES = 360;

    /** A component of a colour function. */
    private record Component(double number, String unit) {
        /** The number, where all percents are {@code whole}. */
        double of(double whole) {
            return unit.equals("%") ? number / 100 * whole : number;
        }

        double degrees() {
            return switch (unit.toLowerCase(Locale.ROOT)) {
                case "rad" -> Math.toDegrees(number);
                case "grad" -> number * 0.9;
                case "turn" -> number * DEGREES;
                default -> number;
            };
        }
    }

    /**
     * Parses a colour: a name, a hexadecimal notation, {@code rgb()}, {@code hsl()} or {@code hwb()} (CSS Color Level 4, sections 5 to 8). Empty if
     * it is something else.
     *
     * @throws ImageException over limit if the text has too many tokens
     */
    public static Optional<CssColor> parse(String text) throws ImageException {
        List<Token> tokens = new ArrayList<>(Tokenizer.tokens(text.strip()));
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Token first = tokens.get(0);
        if (tokens.size() == 1 && first.is(Token.Kind.HASH)) {
            return hex(first.text());
        }
        if (tokens.size() == 1 && first.is(Token.Kind.IDENT)) {
            return named(first.text());
        }
        return first.is(Token.Kind.FUNCTION)
                ? function(first.text().toLowerCase(Locale.ROOT), tokens)
                : Optional.empty();
    }

    /** The colour as {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private static Optional<CssColor> named(String name) {
        if (name.equalsIgnoreCase("transparent")) {
            return Optional.of(new CssColor(0, 0));
        }
        return Optional.ofNullable(ColorNames.find(name)).map(rgb -> new CssColor(rgb, 1));
    }

    private static Optional<CssColor> hex(String digits) {
        if (!digits.matches("[0-9a-fA-F]+")) {
            return Optional.empty();
        }
        String eight = switch (digits.length()) {
            case 3, 4 -> digits.replaceAll("(.)", "$1$1");
            case 6, 8 -> digits;
            default -> "";
        };
        if (eight.isEmpty()) {
            return Optional.empty();
        }
        double alpha = eight.length() == 8 ? Integer.parseInt(eight.substring(6), 16) / 255.0 : 1;
        return Optional.of(new CssColor(Integer.parseInt(eight.substring(0, 6), 16), alpha));
    }

    private static Optional<CssColor> function(String name, List<Token> tokens) {
        List<Component> components = new ArrayList<>();
        int last = tokens.size() - 1;
        if (!tokens.get(last).is(")")) {
            return Optional.empty();
        }
        for (Token token : tokens.subList(1, last)) {
            switch (token.kind()) {
                case NUMBER, PERCENTAGE, DIMENSION -> {
                    String unit = token.is(Token.Kind.PERCENTAGE) ? "%" : token.unit();
                    components.add(new Component(number(token.text()), unit));
                }
                case SPACE -> {}
                default -> {
                    boolean none = token.is(Token.Kind.IDENT) && token.text().equalsIgnoreCase("none");
                    if (none) {
                        components.add(new Component(0, ""));
                    } else if (!token.is(",") && !token.is("/")) {
                        return Optional.empty();
                    }
                }
            }
        }
        if (components.size() != 3 && components.size() != 4
                || components.stream().anyMatch(component -> Double.isNaN(component.number))) {
            return Optional.empty();
        }
        double alpha = components.size() == 4 ? clamp(components.get(3).of(1)) : 1;
        return switch (name) {
            case "rgb", "rgba" -> Optional.of(new CssColor(rgb(components), alpha));
            case "hsl", "hsla" ->
                Optional.of(new CssColor(
                        hsl(components.get(0).degrees(), percent(components.get(1)), percent(components.get(2))),
                        alpha));
            case "hwb" ->
                Optional.of(new CssColor(
                        hwb(components.get(0).degrees(), percent(components.get(1)), percent(components.get(2))),
                        alpha));
            default -> Optional.empty();
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double percent(Component component) {
        return clamp(component.number() / 100);
    }

    private static int rgb(List<Component> components) {
        int rgb = 0;
        for (int i = 0; i < 3; i++) {
            rgb = rgb << 8 | level(components.get(i).of(255) / 255);
        }
        return rgb;
    }

    /** Section 7.1. */
    private static int hsl(double hue, double saturation, double lightness) {
        int rgb = 0;
        for (int shift : new int[] {0, 8, 4}) {
            double k = ((shift + hue / 30) % 12 + 12) % 12;
            double a = saturation * Math.min(lightness, 1 - lightness);
            rgb = rgb << 8 | level(lightness - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1)));
        }
        return rgb;
    }

    /** Section 8.1. */
    private static int hwb(double hue, double white, double black) {
        if (white + black >= 1) {
            int gray = level(white / (white + black));
            return gray << 16 | gray << 8 | gray;
        }
        int pure = hsl(hue, 1, 0.5);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            rgb = rgb << 8 | level((pure >> shift & 0xFF) / 255.0 * (1 - white - black) + white);
        }
        return rgb;
    }

    private static int level(double value) {
        return (int) Math.round(clamp(value) * 255);
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
