package dev.darkroom.svg.css;

import dev.darkroom.core.ImageException;
import java.util.List;
import java.util.Optional;

/**
 * Cleans the content of a style element. It keeps rules with selectors and declarations, at top level or in {@code @media}. All other
 * at-rules are dropped: they load resources ({@code @import}, {@code @font-face}), animate ({@code @keyframes}) or have no effect.
 */
public final class StyleSheet {
    private final List<Token> tokens;
    private final boolean nested;
    private final StringBuilder css = new StringBuilder();

    private StyleSheet(List<Token> tokens, boolean nested) {
        this.tokens = tokens;
        this.nested = nested;
    }

    /**
     * Returns the allowed rules, serialized; may be empty.
     *
     * @throws ImageException over limit if the text has too many tokens
     */
    public static String clean(String css) throws ImageException {
        return new StyleSheet(Tokenizer.tokens(css), false).run();
    }

    private String run() {
        int at = Declarations.skipSpace(tokens, 0);
        while (at < tokens.size()) {
            boolean atRule = tokens.get(at).is(Token.Kind.AT_KEYWORD);
            int block = find(at, atRule);
            if (block >= tokens.size()) {
                break;
            }
            int end = tokens.get(block).is("{") ? close(block) : block;
            if (tokens.get(block).is("{")) {
                List<Token> body = tokens.subList(block + 1, end);
                if (atRule) {
                    media(tokens.subList(at, block), body);
                } else {
                    rule(tokens.subList(at, block), body);
                }
            }
            at = Declarations.skipSpace(tokens, end + 1);
        }
        return css.toString();
    }

    private void rule(List<Token> selector, List<Token> body) {
        String declarations = Declarations.clean(body);
        Optional<String> cleaned = declarations.isEmpty() ? Optional.empty() : Selector.clean(selector);
        cleaned.ifPresent(
                text -> css.append(text).append('{').append(declarations).append('}'));
    }

    private void media(List<Token> prelude, List<Token> body) {
        if (nested || !prelude.get(0).text().equalsIgnoreCase("media")) {
            return;
        }
        Optional<String> conditions = Selector.cleanMedia(prelude.subList(1, prelude.size()));
        String rules = new StyleSheet(body, true).run();
        if (conditions.isPresent() && !rules.isEmpty()) {
            css.append("@media ")
                    .append(conditions.get())
                    .append('{')
                    .append(rules)
                    .append('}');
        }
    }

    /** Index of the start of the rule's block, or of the {@code ;} that ends an at-rule without a block. */
    private int find(int from, boolean atRule) {
        int at = from;
        while (at < tokens.size()
                && !tokens.get(at).is("{")
                && !(atRule && tokens.get(at).is(";"))) {
            at++;
        }
        return at;
    }

    /** Index of the end of the block that starts at {@code open}; the number of tokens if the block is not closed. */
    private int close(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("{") ? 1 : tokens.get(i).is("}") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }
}
