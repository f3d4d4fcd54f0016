package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.ColorEncoding.Gamma;

/** A reference conversion for a PNG's gAMA and cHRM chunks, which libvips does not apply. It uses double precision on 8-bit samples. */
final class PngGammaReference {
    private static final Chromaticities RED_AND_GREEN_SWAPPED =
            new Chromaticities(0.3127, 0.3290, 0.30, 0.60, 0.64, 0.33, 0.15, 0.06);

    private PngGammaReference() {}

    /** Converts in place. A gamma of 1/2.2 with the primaries of sRGB counts as sRGB, because this is what its writers mean. */
    static void toSrgb(VipsPixels picture, Gamma gamma) {
        if (!gamma.chromaticities().equals(Chromaticities.SRGB)
                && !gamma.chromaticities().equals(RED_AND_GREEN_SWAPPED)) {
            throw new IllegalArgumentException("these primaries would need a matrix: " + gamma.chromaticities());
        }
        boolean swapped = gamma.chromaticities().equals(RED_AND_GREEN_SWAPPED);
        boolean usual = !swapped && Math.abs(gamma.gamma() - 0.45455) < 0.001;
        if (usual) {
            return;
        }
        byte[] levels = new byte[256];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = (byte) Math.round(255 * srgb(level / 255.0, gamma.gamma()));
        }
        int colors = picture.hasAlpha() ? picture.bands() - 1 : picture.bands();
        for (int pixel = 0; pixel < picture.pixels(); pixel++) {
            int at = pixel * picture.bands();
            for (int band = 0; band < colors; band++) {
                picture.samples().put(at + band, levels[picture.sample(pixel, band)]);
            }
            if (swapped && colors == 3) {
                byte red = picture.samples().get(at);
                picture.samples().put(at, picture.samples().get(at + 1));
                picture.samples().put(at + 1, red);
            }
        }
    }

    private static double srgb(double value, double gamma) {
        double light = Math.pow(value, 1 / gamma);
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }
}
