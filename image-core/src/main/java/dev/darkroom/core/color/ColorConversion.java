package dev.darkroom.core.color;

/** The result of reading a picture's colour encoding: a transform, or the reason why the encoding is ignored and sRGB is assumed. */
public sealed interface ColorConversion {
    /** The transform for every pixel; the identity if the colour encoding is ignored. */
    ColorTransform transform();

    /** The colour encoding is supported. The transform may still be the identity. */
    record Understood(ColorTransform transform) implements ColorConversion {}

    /**
     * The colour encoding cannot be used. This is a warning, not a failure.
     *
     * @param warning one sentence, safe to show to any user, such as "ICC profile ignored, sRGB assumed: it has no ICC signature"
     */
    record Ignored(String warning) implements ColorConversion {
        @Override
        public ColorTransform transform() {
            return ColorTransform.identity();
        }
    }
}
