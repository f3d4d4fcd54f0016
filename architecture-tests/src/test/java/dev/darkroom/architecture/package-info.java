/** Tests of rules for all modules. Each test reads the sources or the compiled classes of the modules, never a copy. */
@NullMarked
package dev.darkroom.architecture;

import org.jspecify.annotations.NullMarked;
