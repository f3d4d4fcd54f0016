package dev.darkroom.svg.css;

import java.util.List;
import java.util.Locale;

/** Evaluates media queries (Media Queries Level 4) for a light screen that is wide enough for every picture. */
final class MediaQuery {
    private static final double SCREEN_WIDTH = 1024;

    private MediaQuery() {}

    /**
     * Whether one of the queries in a list holds. An empty list holds.
     *
     * @param tokens the tokens after {@code @media}
     */
    static boolean holds(List<Token> tokens) {
        int start = 0;
        boolean any = false;
        boolean empty = true;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).is(",")) {
                List<Token> query = tokens.subList(start, i);
                empty &= query.stream().allMatch(token -> token.is(Token.Kind.SPACE));
                any |= holdsOne(query);
                start = i + 1;
            }
        }
        return any || empty;
    }

    private static boolean holdsOne(List<Token> query) {
        boolean negated = false;
        boolean holds = true;
        for (int i = 0; i < query.size(); i++) {
            Token token = query.get(i);
            if (token.is("(")) {
                int end = i;
                while (end < query.size() && !query.get(end).is(")")) {
                    end++;
                }
                holds &= hasFeature(query.subList(i + 1, end));
                i = end;
            } else if (token.is(Token.Kind.IDENT)) {
                switch (token.text().toLowerCase(Locale.ROOT)) {
                    case "not" -> negated = true;
                    case "all", "screen", "only", "and" -> {}
                    default -> holds = false;
                }
            } else if (!token.is(Token.Kind.SPACE)) {
                return false;
            }
        }
        return holds != negated;
    }

    private static boolean hasFeature(List<Token> feature) {
        String name = "";
        Token value = Token.SPACE;
        for (Token token : feature) {
            if (token.is(Token.Kind.IDENT) && name.isEmpty()) {
                name = token.text().toLowerCase(Locale.ROOT);
            } else if (!token.is(Token.Kind.SPACE) && !token.is(":")) {
                value = token;
            }
        }
        return switch (name) {
            case "prefers-color-scheme" -> value.text().equalsIgnoreCase("light");
            case "min-width" -> length(value) <= SCREEN_WIDTH;
            case "max-width" -> length(value) >= SCREEN_WIDTH;
            case "color" -> true;
            default -> false;
        };
    }

    private static double length(Token value) {
        try {
            return Double.parseDouble(value.text());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
