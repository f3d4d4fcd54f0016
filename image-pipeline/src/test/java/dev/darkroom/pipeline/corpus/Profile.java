package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Outcome;

/** What part an embedded ICC profile plays in how a picture is to look. */
enum Profile {
    NONE,
    USED,
    /** There is one, and a warning says that it cannot be used. */
    IGNORED,
    /** CMYK without a CMYK profile. */
    NONE_FOR_INKS;

    static Profile of(Outcome.Completed completed) {
        ColorModel model = completed.info().model();
        boolean inks = model == ColorModel.CMYK || model == ColorModel.YCCK;
        if (!(completed.info().color() instanceof ColorEncoding.Icc icc)) {
            return inks ? NONE_FOR_INKS : NONE;
        } else if (inks && !icc.profile().startsWith("CMYK", 16)) {
            return NONE_FOR_INKS;
        }
        return completed.warnings().stream().anyMatch(warning -> warning.startsWith("ICC profile ignored"))
                ? IGNORED
                : USED;
    }
}
