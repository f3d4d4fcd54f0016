package dev.darkroom.svg.css;

import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses the rules of a style sheet that hold for a screen, in order. Other at-rules than {@code @media} are ignored. */
public final class StyleRules {
    private final List<CssRule> rules = new ArrayList<>();

    private StyleRules() {}

    /**
     * @throws ImageException over limit if the text has too many tokens
     */
    public static List<CssRule> parse(String css) throws ImageException {
        StyleRules parsed = new StyleRules();
        parsed.add(Tokenizer.tokens(css), true);
        return parsed.rules;
    }

    /**
     * Whether the {@code media} attribute of a style element holds for a screen.
     *
     * @throws ImageException over limit if the text has too many tokens
     */
    public static boolean mediaHolds(String media) throws ImageException {
        return MediaQuery.holds(Tokenizer.tokens(media));
    }

    private void add(List<Token> tokens, boolean mediaAllowed) {
        int at = Declarations.skipSpace(tokens, 0);
        while (at < tokens.size()) {
            boolean atRule = tokens.get(at).is(Token.Kind.AT_KEYWORD);
            int block = at;
            while (block < tokens.size()
                    && !tokens.get(block).is("{")
                    && !(atRule && tokens.get(block).is(";"))) {
                block++;
            }
            int end = block < tokens.size() && tokens.get(block).is("{") ? close(tokens, block) : block;
            if (end > block) {
                List<Token> prelude = tokens.subList(at, block);
                List<Token> body = tokens.subList(block + 1, Math.min(end, tokens.size()));
                if (!atRule) {
                    rule(prelude, body);
                } else if (mediaAllowed
                        && isMedia(prelude.get(0))
                        && MediaQuery.holds(prelude.subList(1, prelude.size()))) {
                    add(body, false);
                }
            }
            at = Declarations.skipSpace(tokens, end + 1);
        }
    }

    private void rule(List<Token> selector, List<Token> body) {
        List<CssDeclaration> declarations = Declarations.parse(body);
        Optional<List<ComplexSelector>> selectors = SelectorParser.parse(selector);
        if (selectors.isPresent() && !declarations.isEmpty()) {
            rules.add(new CssRule(selectors.get(), declarations));
        }
    }

    private static boolean isMedia(Token atRule) {
        return atRule.text().toLowerCase(Locale.ROOT).equals("media");
    }

    private static int close(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).opens() ? 1 : tokens.get(i).is(Token.Kind.CLOSE) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }
}
