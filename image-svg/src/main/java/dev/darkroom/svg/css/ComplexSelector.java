package dev.darkroom.svg.css;

import java.util.List;

/**
 * A complex selector (Selectors Level 4, section 3): compound selectors with combinators between them.
 *
 * @param compounds the last one is for the element itself
 * @param combinators one for each compound after the first: space, {@code >}, {@code +} or {@code ~}
 */
public record ComplexSelector(List<CompoundSelector> compounds, List<Character> combinators) {
    private static final int ID = 1 << 20;
    private static final int CLASS = 1 << 10;

    /** The specificity (section 17): ids, then classes, attributes and pseudo-classes, then types. */
    public int specificity() {
        int sum = 0;
        for (CompoundSelector compound : compounds) {
            for (CompoundSelector.Condition condition : compound.conditions()) {
                sum += switch (condition.kind()) {
                    case ID -> ID;
                    case TYPE -> 1;
                    case CLASS, ATTRIBUTE, PSEUDO_CLASS -> CLASS;
                };
            }
        }
        return sum;
    }
}
