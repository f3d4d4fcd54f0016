package dev.darkroom.core;

import java.time.Duration;

/** Resource limits for an upload. Immutable; each modifying method returns a new value. */
public final class Limits {
    /** One mebibyte in bytes. */
    public static final long MIB = 1024 * 1024;

    private final long maxBytes;
    private final long maxPixels;
    private final int maxSide;
    private final int maxFrames;
    private final Duration deadline;

    private Limits(long maxBytes, long maxPixels, int maxSide, int maxFrames, Duration deadline) {
        this.maxBytes = maxBytes;
        this.maxPixels = maxPixels;
        this.maxSide = maxSide;
        this.maxFrames = maxFrames;
        this.deadline = deadline;
    }

    /** Limits for untrusted uploads: 50 MiB, 100 megapixels, sides of 65,535 pixels, 10,000 frames, 60 seconds. */
    public static Limits untrusted() {
        return new Limits(50 * MIB, 100_000_000, 65_535, 10_000, Duration.ofSeconds(60));
    }

    public Limits maxBytes(long bytes) {
        return new Limits(atLeastOne("maxBytes", bytes), maxPixels, maxSide, maxFrames, deadline);
    }

    /** Sets the limit for the pixels of one frame. */
    public Limits maxPixels(long pixels) {
        return new Limits(maxBytes, atLeastOne("maxPixels", pixels), maxSide, maxFrames, deadline);
    }

    /** Sets the limit for the longer side, in pixels. */
    public Limits maxSide(int side) {
        return new Limits(maxBytes, maxPixels, (int) atLeastOne("maxSide", side), maxFrames, deadline);
    }

    public Limits maxFrames(int frames) {
        return new Limits(maxBytes, maxPixels, maxSide, (int) atLeastOne("maxFrames", frames), deadline);
    }

    /** Sets the wall-clock time limit of one job, measured from its start and including waits. */
    public Limits deadline(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("deadline must be positive, not " + time);
        }
        return new Limits(maxBytes, maxPixels, maxSide, maxFrames, time);
    }

    public long maxBytes() {
        return maxBytes;
    }

    public long maxPixels() {
        return maxPixels;
    }

    public int maxSide() {
        return maxSide;
    }

    public int maxFrames() {
        return maxFrames;
    }

    public Duration deadline() {
        return deadline;
    }

    /** Checks the properties read from a header, before memory is allocated for the picture. */
    public void check(ImageInfo info) throws ImageException {
        Size size = info.stored();
        if (size.longest() > maxSide) {
            throw ImageException.overLimit(Failure.OverLimit.Kind.SIDE, "side limit", size.longest(), maxSide);
        }
        if (size.pixels() > maxPixels) {
            throw ImageException.overLimit(Failure.OverLimit.Kind.PIXELS, "pixel limit", size.pixels(), maxPixels);
        }
        if (info.frames() > maxFrames) {
            throw ImageException.overLimit(Failure.OverLimit.Kind.FRAMES, "frame limit", info.frames(), maxFrames);
        }
    }

    private static long atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
        return value;
    }
}
