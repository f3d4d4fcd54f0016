/** What holds for all modules together. Each test looks at the modules' own sources or compiled classes, never at a copy. */
@NullMarked
package dev.darkroom.architecture;

import org.jspecify.annotations.NullMarked;
