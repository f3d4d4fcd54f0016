package dev.darkroom.svg.css;

import java.util.List;

/**
 * A style rule.
 *
 * @param selectors selectors that can be matched; a rule with an invalid selector does not exist
 */
public record CssRule(List<ComplexSelector> selectors, List<CssDeclaration> declarations) {}
