package dev.darkroom.codecs.jpeg;

import dev.darkroom.codecs.BandBuilder;
import dev.darkroom.core.ImageException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Records the first relevant warning of the JPEG reader. After damaged data, libjpeg continues and fills the pixels with gray or wrong
 * blocks.
 */
final class JpegWarnings implements IIOReadWarningListener {
    private final BandBuilder rows;
    private final int height;
    private @Nullable String first;

    JpegWarnings(BandBuilder rows, int height) {
        this.rows = rows;
        this.height = height;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (first == null && rows.rows() < height && !isHarmless(warning)) {
            first = warning;
        }
    }

    void requireNone() throws ImageException {
        if (first != null) {
            throw ImageException.malformed("this JPEG is truncated or damaged: " + first);
        }
    }

    /** Extra bytes between the last block and EOI (0xd9) do not change pixels. */
    private static boolean isHarmless(String warning) {
        return warning.endsWith("extraneous bytes before marker 0xd9");
    }
}
