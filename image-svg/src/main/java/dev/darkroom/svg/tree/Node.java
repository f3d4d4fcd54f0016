package dev.darkroom.svg.tree;

/** What an element holds. */
public sealed interface Node permits Element, Node.Text {
    /** Characters, references resolved. */
    record Text(String text) implements Node {}
}
