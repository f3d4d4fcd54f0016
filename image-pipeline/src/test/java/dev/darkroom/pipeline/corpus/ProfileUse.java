package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Outcome;
import java.util.List;
import java.util.Optional;

/** What part an embedded ICC profile plays in how a picture is to look. */
final class ProfileUse {
    private static final List<String> INTENTS = List.of("perceptual", "relative", "saturation", "relative");

    /** Place of the rendering intent in a profile's header (ICC.1:2022, 7.2.15). */
    private static final int INTENT = 67;

    private static final int DEVICE = 16;

    private ProfileUse() {}

    /** Whether a warning says that there is a profile that cannot be used. */
    static boolean isIgnored(Outcome.Completed completed) {
        return completed.warnings().stream().anyMatch(warning -> warning.startsWith("ICC profile ignored"));
    }

    /** The intent that a profile asks for by which the picture is to be shown; empty where there is none. */
    static Optional<String> intent(Outcome.Completed completed) {
        if (!(completed.info().color() instanceof ColorEncoding.Icc icc)
                || isIgnored(completed)
                || isInks(completed) && !icc.profile().startsWith("CMYK", DEVICE)) {
            return Optional.empty();
        }
        return Optional.of(INTENTS.get(icc.profile().u8(INTENT) % INTENTS.size()));
    }

    static boolean isInks(Outcome.Completed completed) {
        ColorModel model = completed.info().model();
        return model == ColorModel.CMYK || model == ColorModel.YCCK;
    }
}
