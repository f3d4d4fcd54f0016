/**
 * The SPI for codecs: decoders, encoders, rewriters, inspectors, resamplers and memory, and the rules for all providers that
 * {@link java.util.ServiceLoader} finds.
 */
@NullMarked
package dev.darkroom.spi.codec;

import org.jspecify.annotations.NullMarked;
