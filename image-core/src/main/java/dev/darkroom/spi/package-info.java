/** What a provider implements: decoders, encoders, rewriters, resamplers, object stores, publishers and notifiers. */
@NullMarked
package dev.darkroom.spi;

import org.jspecify.annotations.NullMarked;
