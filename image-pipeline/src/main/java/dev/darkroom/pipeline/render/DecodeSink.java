package dev.darkroom.pipeline.render;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.spi.codec.Resampler;
import java.util.List;

/**
 * The sink that decoders push bands into. It checks that the bands match the decoder's report, checks the deadline, and passes each band to
 * every resampler.
 */
public final class DecodeSink implements BandSink {
    private final RasterSpec raster;
    private final List<Resampler> resamplers;
    private final Deadline deadline;
    private int rows;

    DecodeSink(RasterSpec raster, List<Resampler> resamplers, Deadline deadline) {
        this.raster = raster;
        this.resamplers = resamplers;
        this.deadline = deadline;
    }

    @Override
    public void accept(Band band) throws ImageException {
        deadline.check();
        if (!band.raster().equals(raster) || band.top() != rows || band.rows() > raster.height() - rows) {
            throw ImageException.defect(
                    "a decoder delivered rows " + band.top() + " to " + (band.top() + band.rows()) + " of "
                            + band.raster() + ", not the reported " + raster + " from row " + rows,
                    null);
        }
        for (Resampler resampler : resamplers) {
            resampler.accept(band);
        }
        rows += band.rows();
    }

    public void finish() throws ImageException {
        if (rows != raster.height()) {
            throw ImageException.defect("a decoder ended after " + rows + " of " + raster.height() + " rows", null);
        }
        for (Resampler resampler : resamplers) {
            resampler.finish();
            resampler.close();
        }
    }
}
