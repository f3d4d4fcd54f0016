/** JPEG decoder on the JDK's own reader, and a baseline JPEG encoder (ITU-T T.81). */
@NullMarked
package dev.darkroom.codecs.jpeg;

import org.jspecify.annotations.NullMarked;
