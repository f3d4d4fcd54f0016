/** JPEG (ITU-T T.81) on the JDK's own reader and writer. */
@NullMarked
package dev.darkroom.codecs.jpeg;

import org.jspecify.annotations.NullMarked;
