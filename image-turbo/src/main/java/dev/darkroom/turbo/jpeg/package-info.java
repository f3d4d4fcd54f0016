/** JPEG (ITU-T T.81) on libjpeg-turbo. */
@NullMarked
package dev.darkroom.turbo.jpeg;

import org.jspecify.annotations.NullMarked;
