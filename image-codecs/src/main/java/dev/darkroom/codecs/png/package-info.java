/** PNG (3rd edition) on java.util.zip. */
@NullMarked
package dev.darkroom.codecs.png;

import org.jspecify.annotations.NullMarked;
