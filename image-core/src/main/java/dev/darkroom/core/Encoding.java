package dev.darkroom.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a variant is to be encoded. Immutable; each wither returns a new value, and settings that a format does not have are ignored
 * by it.
 */
public final class Encoding {
    private static final int FAST_EFFORT = 2;

    private final @Nullable Format format;
    private final int quality;
    private final boolean lossless;
    private final int effort;
    private final boolean optimizedHuffman;
    private final int background;

    private Encoding(
            @Nullable Format format,
            int quality,
            boolean lossless,
            int effort,
            boolean optimizedHuffman,
            int background) {
        this.format = format;
        this.quality = quality;
        this.lossless = lossless;
        this.effort = effort;
        this.optimizedHuffman = optimizedHuffman;
        this.background = background;
    }

    private static Encoding of(@Nullable Format format) {
        return new Encoding(format, 80, false, 4, true, 0xFFFFFF);
    }

    /** In the source's own format: lossless WebP stays lossless, and a GIF, whose encoder is not worth having, becomes a PNG. */
    public static Encoding source() {
        return of(null);
    }

    public static Encoding jpeg() {
        return of(Format.JPEG);
    }

    public static Encoding png() {
        return of(Format.PNG);
    }

    public static Encoding webp() {
        return of(Format.WEBP);
    }

    /**
     * By its name: {@code source}, {@code jpeg}, {@code png} or {@code webp}.
     *
     * @throws IllegalArgumentException for another name
     */
    public static Encoding parse(String name) {
        return switch (name) {
            case "source" -> source();
            case "jpeg" -> jpeg();
            case "png" -> png();
            case "webp" -> webp();
            default -> throw new IllegalArgumentException("an encoding is source, jpeg, png or webp, not " + name);
        };
    }

    /** 1 to 100; for lossy formats. 80 unless told. */
    public Encoding quality(int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality is 1 to 100, not " + quality);
        }
        return new Encoding(format, quality, lossless, effort, optimizedHuffman, background);
    }

    /** WebP without loss. */
    public Encoding lossless(boolean lossless) {
        return new Encoding(format, quality, lossless, effort, optimizedHuffman, background);
    }

    /** 0 (fastest) to 6 (smallest), libwebp's "method"; 4 unless told. */
    public Encoding effort(int effort) {
        if (effort < 0 || effort > 6) {
            throw new IllegalArgumentException("effort is 0 to 6, not " + effort);
        }
        return new Encoding(format, quality, lossless, effort, optimizedHuffman, background);
    }

    /**
     * The fast preset: effort 2, the least that is worth its bytes. WebP of photographs takes libwebp about 0.4 times the time of effort 4
     * and comes out about 4 % larger and a little further from the original; lower efforts save less time than they cost in bytes.
     */
    public Encoding fast() {
        return effort(FAST_EFFORT);
    }

    /** JPEG: Huffman tables made for the picture (about 3 % fewer bytes); on unless told. */
    public Encoding optimizedHuffman(boolean optimized) {
        return new Encoding(format, quality, lossless, effort, optimized, background);
    }

    /** What shows through transparency in a format without it, and fills padding there: 0xRRGGBB in sRGB; white unless told. */
    public Encoding background(int rgb) {
        return new Encoding(format, quality, lossless, effort, optimizedHuffman, rgb & 0xFFFFFF);
    }

    /** Empty for {@link #source()}, until {@link #resolve resolved}. */
    public Optional<Format> format() {
        return Optional.ofNullable(format);
    }

    public int quality() {
        return quality;
    }

    public boolean lossless() {
        return lossless;
    }

    public int effort() {
        return effort;
    }

    public boolean optimizedHuffman() {
        return optimizedHuffman;
    }

    public int background() {
        return background;
    }

    /** The same encoding with its format settled for a source. */
    public Encoding resolve(ImageInfo source) {
        if (format != null) {
            return this;
        }
        Format own = source.format() == Format.JPEG || source.format() == Format.WEBP ? source.format() : Format.PNG;
        boolean keepLossless = lossless || own == Format.WEBP && source.lossless();
        return new Encoding(own, quality, keepLossless, effort, optimizedHuffman, background);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoding that
                && format == that.format
                && quality == that.quality
                && lossless == that.lossless
                && effort == that.effort
                && optimizedHuffman == that.optimizedHuffman
                && background == that.background;
    }

    @Override
    public int hashCode() {
        return Objects.hash(format, quality, lossless, effort, optimizedHuffman, background);
    }

    @Override
    public String toString() {
        return (format == null ? "source" : format.title()) + (lossless ? " lossless" : " q" + quality);
    }
}
