package dev.darkroom.svg.css;

import dev.darkroom.svg.css.CompoundSelector.Condition;
import dev.darkroom.svg.css.CompoundSelector.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses selectors (Selectors Level 4). Functional pseudo-classes and pseudo-elements are not supported. */
final class SelectorParser {
    private static final String COMBINATORS = ">+~";
    private static final String ATTRIBUTE_OPERATORS = "~|^$*";

    private final List<Token> tokens;
    private int at;

    private SelectorParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Returns empty if one of the selectors is invalid or not supported. */
    static Optional<List<ComplexSelector>> parse(List<Token> tokens) {
        List<ComplexSelector> selectors = new ArrayList<>();
        SelectorParser parser = new SelectorParser(tokens);
        do {
            Optional<ComplexSelector> selector = parser.complex();
            if (selector.isEmpty()) {
                return Optional.empty();
            }
            selectors.add(selector.get());
        } while (parser.skip(","));
        return parser.at == tokens.size() ? Optional.of(selectors) : Optional.empty();
    }

    private Optional<ComplexSelector> complex() {
        List<CompoundSelector> compounds = new ArrayList<>();
        List<Character> combinators = new ArrayList<>();
        skipSpace();
        while (true) {
            Optional<CompoundSelector> compound = compound();
            if (compound.isEmpty()) {
                return Optional.empty();
            }
            compounds.add(compound.get());
            boolean space = skipSpace();
            if (at == tokens.size() || tokens.get(at).is(",")) {
                return Optional.of(new ComplexSelector(List.copyOf(compounds), List.copyOf(combinators)));
            }
            Token token = tokens.get(at);
            if (token.is(Token.Kind.DELIM) && COMBINATORS.contains(token.text())) {
                combinators.add(token.text().charAt(0));
                at++;
                skipSpace();
            } else if (space) {
                combinators.add(' ');
            } else {
                return Optional.empty();
            }
        }
    }

    private Optional<CompoundSelector> compound() {
        List<Condition> conditions = new ArrayList<>();
        int start = at;
        if (skip("*")) {
            // No condition.
        } else if (is(Token.Kind.IDENT)) {
            conditions.add(Condition.of(Kind.TYPE, tokens.get(at++).text()));
        }
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.is(Token.Kind.HASH)) {
                conditions.add(Condition.of(Kind.ID, token.text()));
                at++;
            } else if (token.is(".") || token.is(":")) {
                at++;
                if (!is(Token.Kind.IDENT)) {
                    return Optional.empty();
                }
                String name = tokens.get(at++).text();
                conditions.add(
                        token.is(".")
                                ? Condition.of(Kind.CLASS, name)
                                : Condition.of(Kind.PSEUDO_CLASS, name.toLowerCase(Locale.ROOT)));
            } else if (token.is("[")) {
                Optional<Condition> condition = attribute();
                if (condition.isEmpty()) {
                    return Optional.empty();
                }
                conditions.add(condition.get());
            } else {
                break;
            }
        }
        return at == start ? Optional.empty() : Optional.of(new CompoundSelector(List.copyOf(conditions)));
    }

    private Optional<Condition> attribute() {
        at++;
        skipSpace();
        if (!is(Token.Kind.IDENT)) {
            return Optional.empty();
        }
        String name = tokens.get(at++).text();
        skipSpace();
        if (skip("]")) {
            return Optional.of(Condition.of(Kind.ATTRIBUTE, name));
        }
        String operator = "";
        if (is(Token.Kind.DELIM) && ATTRIBUTE_OPERATORS.contains(tokens.get(at).text())) {
            operator = tokens.get(at++).text();
        }
        if (!skip("=")) {
            return Optional.empty();
        }
        skipSpace();
        if (!is(Token.Kind.IDENT) && !is(Token.Kind.STRING)) {
            return Optional.empty();
        }
        String value = tokens.get(at++).text();
        skipSpace();
        return skip("]") ? Optional.of(new Condition(Kind.ATTRIBUTE, name, operator + "=", value)) : Optional.empty();
    }

    private boolean is(Token.Kind kind) {
        return at < tokens.size() && tokens.get(at).is(kind);
    }

    private boolean skip(String delimiter) {
        boolean found = at < tokens.size() && tokens.get(at).is(delimiter);
        at += found ? 1 : 0;
        return found;
    }

    private boolean skipSpace() {
        int start = at;
        at = Declarations.skipSpace(tokens, at);
        return at > start;
    }
}
