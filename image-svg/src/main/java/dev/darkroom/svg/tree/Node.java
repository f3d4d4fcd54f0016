package dev.darkroom.svg.tree;

/** A child of an element: another element or text. */
public sealed interface Node permits Element, Node.Text {
    /** Character data with resolved references. */
    record Text(String text) implements Node {}
}
