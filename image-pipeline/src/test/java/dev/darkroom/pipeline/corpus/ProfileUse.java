package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Outcome;
import java.util.List;
import java.util.Optional;

/** How an embedded ICC profile affects the expected pixels. */
final class ProfileUse {
    private static final List<String> INTENTS = List.of("perceptual", "relative", "saturation", "relative");

    /** Offset of the rendering intent in the header of a profile (ICC.1:2022, 7.2.15). */
    private static final int INTENT = 67;

    private static final int DEVICE = 16;

    private ProfileUse() {}

    /** Whether a warning reports a profile that cannot be used. */
    static boolean isIgnored(Outcome.Completed completed) {
        return completed.warnings().stream().anyMatch(warning -> warning.startsWith("ICC profile ignored"));
    }

    /** The rendering intent of the profile that determines the pixels. Empty if there is no such profile. */
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
