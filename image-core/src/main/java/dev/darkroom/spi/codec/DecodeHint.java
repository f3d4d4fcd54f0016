package dev.darkroom.spi.codec;

import dev.darkroom.core.Size;
import java.util.List;

/**
 * What the caller needs from a decoder. The decoder may ignore it.
 *
 * @param atLeast the smallest usable raster size, in stored orientation; a decoder may decode at a reduced size down to this one
 * @param layouts accepted layouts in order of preference; a decoder that supports none of them chooses another layout
 */
public record DecodeHint(Size atLeast, List<Layout> layouts) {}
