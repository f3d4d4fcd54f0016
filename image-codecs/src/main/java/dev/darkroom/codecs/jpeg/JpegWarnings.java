package dev.darkroom.codecs.jpeg;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Records whether the JPEG reader warned. After damaged data, libjpeg continues and fills the pixels with gray or wrong blocks. Of several
 * warnings libjpeg reports the first only, so its text does not show whether data is missing.
 */
final class JpegWarnings implements IIOReadWarningListener {
    private boolean any;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        any = true;
    }

    boolean any() {
        return any;
    }
}
