/** Registration of renditions with a CDN, callbacks, and the JSON that both use. */
@NullMarked
package dev.darkroom.cdn;

import org.jspecify.annotations.NullMarked;
