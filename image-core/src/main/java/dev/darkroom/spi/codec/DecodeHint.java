package dev.darkroom.spi.codec;

import dev.darkroom.core.Size;
import java.util.List;

/**
 * What would do.
 *
 * @param atLeast the smallest raster that serves, in stored orientation; a decoder that can decode smaller cheaply may go down to it
 * @param layouts in order of preference; a decoder that can deliver none of them delivers what it can
 */
public record DecodeHint(Size atLeast, List<Layout> layouts) {}
