package dev.darkroom.pipeline.render;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.pipeline.pixel.Canvas;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Raster;

/** The last step of rendering: converts an upright raster to the layout and canvas that its encoder takes, and encodes it. */
public final class Encode {
    private Encode() {}

    public static Bytes encode(Rendering rendering, Raster upright, Memory memory, Deadline deadline)
            throws ImageException {
        if (rendering.finished().equals(upright.spec())) {
            return encoded(rendering, upright, memory, deadline);
        }
        try (Raster finished = Canvas.paint(
                upright,
                rendering.finished(),
                rendering.placement(),
                rendering.encoding().background(),
                memory,
                deadline)) {
            return encoded(rendering, finished, memory, deadline);
        }
    }

    private static Bytes encoded(Rendering rendering, Raster raster, Memory memory, Deadline deadline)
            throws ImageException {
        try (Encoder encoder = rendering.encoder().open(raster.spec(), rendering.encoding(), memory)) {
            deadline.check(rendering.longestStep());
            RasterBands.push(raster, encoder, deadline);
            deadline.check();
            return encoder.finish();
        }
    }
}
