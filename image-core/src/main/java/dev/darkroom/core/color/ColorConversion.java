package dev.darkroom.core.color;

/** What became of a picture's colour description: a transform, or a reason why there is none and sRGB is assumed. */
public sealed interface ColorConversion {
    /** To be applied to every pixel; the identity where the description is ignored. */
    ColorTransform transform();

    /** The description is understood; the transform may still be the identity. */
    record Understood(ColorTransform transform) implements ColorConversion {}

    /**
     * The description cannot be used. A warning, not a failure.
     *
     * @param warning one sentence fit to show anybody, such as "ICC profile ignored, sRGB assumed: it has no ICC signature"
     */
    record Ignored(String warning) implements ColorConversion {
        @Override
        public ColorTransform transform() {
            return ColorTransform.identity();
        }
    }
}
