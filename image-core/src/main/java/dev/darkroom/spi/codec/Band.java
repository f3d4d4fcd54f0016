package dev.darkroom.spi.codec;

import java.util.List;

/**
 * A horizontal run of a raster's rows, full width. A band is borrowed: its planes are valid only during the call that passes it.
 *
 * @param raster the whole raster that this is a run of
 * @param top first row, in luma rows; even where chroma is subsampled vertically
 * @param rows luma rows; even where chroma is subsampled vertically, but for the last band
 * @param planes as many as the layout has; each holds just this band's rows of its plane
 */
public record Band(RasterSpec raster, int top, int rows, List<Plane> planes) {
    /** The one plane of an interleaved layout, or luma. */
    public Plane plane() {
        return planes.get(0);
    }

    public boolean isLast() {
        return top + rows == raster.height();
    }
}
