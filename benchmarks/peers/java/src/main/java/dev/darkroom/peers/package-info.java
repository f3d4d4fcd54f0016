/** What users would otherwise run beside or inside their JVM, each as its own documentation has it. */
@NullMarked
package dev.darkroom.peers;

import org.jspecify.annotations.NullMarked;

