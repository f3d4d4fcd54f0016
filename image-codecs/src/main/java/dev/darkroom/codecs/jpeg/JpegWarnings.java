package dev.darkroom.codecs.jpeg;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Remembers that the reader warned: libjpeg goes on after damage, with gray or garbled blocks for pixels. Of several warnings libjpeg
 * tells the first, so its text does not say whether data is missing.
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
