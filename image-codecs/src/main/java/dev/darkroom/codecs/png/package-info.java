/** PNG (3rd edition) decoder and encoder on java.util.zip. */
@NullMarked
package dev.darkroom.codecs.png;

import org.jspecify.annotations.NullMarked;
