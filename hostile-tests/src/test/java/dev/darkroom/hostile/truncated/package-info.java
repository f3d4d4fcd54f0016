/** Files that end early, or whose data do: what docs/TRUNCATED-FILES.md says of each, in both families. */
@NullMarked
package dev.darkroom.hostile.truncated;

import org.jspecify.annotations.NullMarked;
