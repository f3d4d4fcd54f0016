package dev.darkroom.spi.codec;

import java.util.List;

/**
 * Consecutive full-width rows of a raster. The receiver borrows a band: its planes are valid only during the call that passes it.
 *
 * @param raster the complete raster that contains these rows
 * @param top first row, in luma rows; even if chroma is subsampled vertically
 * @param rows number of luma rows; even if chroma is subsampled vertically, except in the last band
 * @param planes one for each plane of the layout; each holds only this band's rows of its plane
 */
public record Band(RasterSpec raster, int top, int rows, List<Plane> planes) {
    /** The only plane of an interleaved layout, or the luma plane. */
    public Plane plane() {
        return planes.get(0);
    }

    public boolean isLast() {
        return top + rows == raster.height();
    }
}
