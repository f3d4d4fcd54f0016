package dev.darkroom.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The format and the encoder settings of a variant. Immutable; each modifying method returns a new value. A format ignores settings that
 * it does not have.
 */
public final class Encoding {
    private static final int FAST_EFFORT = 2;

    private final @Nullable Format format;
    private final int quality;
    private final boolean lossless;
    private final int effort;
    private final boolean optimizedHuffman;
    private final int background;
    private final int colors;
    private final boolean fromPalette;
    private final boolean exact;

    private Encoding(
            @Nullable Format format,
            int quality,
            boolean lossless,
            int effort,
            boolean optimizedHuffman,
            int background,
            int colors,
            boolean fromPalette,
            boolean exact) {
        this.format = format;
        this.quality = quality;
        this.lossless = lossless;
        this.effort = effort;
        this.optimizedHuffman = optimizedHuffman;
        this.background = background;
        this.colors = colors;
        this.fromPalette = fromPalette;
        this.exact = exact;
    }

    private static Encoding of(@Nullable Format format) {
        return new Encoding(format, 80, false, 4, true, 0xFFFFFF, 0, false, false);
    }

    /** The source's own format. A lossless WebP stays lossless. A GIF becomes a PNG, because the library has no GIF encoder. */
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
     * Returns the encoding with this name: {@code source}, {@code jpeg}, {@code png} or {@code webp}.
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

    /** Sets the quality for lossy formats, 1 to 100. The default is 80. */
    public Encoding quality(int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality is 1 to 100, not " + quality);
        }
        return new Encoding(format, quality, lossless, effort, optimizedHuffman, background, colors, fromPalette, true);
    }

    /** Selects lossless WebP. */
    public Encoding lossless(boolean lossless) {
        return new Encoding(format, quality, lossless, effort, optimizedHuffman, background, colors, fromPalette, true);
    }

    /**
     * Sets the effort, 0 (fastest) to 6 (smallest). The default is 4. For WebP it is the "method" of libwebp. For PNG, 0 to 2 are fast, 3 and 4
     * are the standard, and 5 and 6 look longer for smaller files.
     */
    public Encoding effort(int effort) {
        if (effort < 0 || effort > 6) {
            throw new IllegalArgumentException("effort is 0 to 6, not " + effort);
        }
        return new Encoding(
                format, quality, lossless, effort, optimizedHuffman, background, colors, fromPalette, exact);
    }

    /**
     * The fast preset: effort 2. For a photograph as WebP, libwebp needs about 0.4 times the time of effort 4. The file is about 4 % larger
     * and the picture differs slightly more from the original. Lower efforts save little time for many additional bytes.
     */
    public Encoding fast() {
        return effort(FAST_EFFORT);
    }

    /** Selects optimized Huffman tables for JPEG (about 3 % fewer bytes). The default is true. */
    public Encoding optimizedHuffman(boolean optimized) {
        return new Encoding(format, quality, lossless, effort, optimized, background, colors, fromPalette, true);
    }

    /** Sets the background for transparency and padding in a format without alpha: 0xRRGGBB in sRGB. The default is white. */
    public Encoding background(int rgb) {
        return new Encoding(
                format, quality, lossless, effort, optimizedHuffman, rgb & 0xFFFFFF, colors, fromPalette, exact);
    }

    /**
     * Reduces the colours of a PNG to those of a palette: at most so many, 2 to 256. By default, a PNG keeps all colours, unless its source
     * has a palette: then a smaller variant gets one too if no difference can be seen (40 dB).
     */
    public Encoding colors(int most) {
        if (most < 2 || most > 256) {
            throw new IllegalArgumentException("a palette has 2 to 256 colours, not " + most);
        }
        return new Encoding(format, quality, lossless, effort, optimizedHuffman, background, most, fromPalette, true);
    }

    /** The format; empty for {@link #source()} until it is {@link #resolve resolved}. */
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

    /** The limit for the colours of a PNG; 0 if there is none. */
    public int colors() {
        return colors;
    }

    /** Whether this is a PNG whose source has a palette. Known when the encoding is {@link #resolve resolved}. */
    public boolean fromPalette() {
        return fromPalette;
    }

    /**
     * Whether a setting was chosen that decides the bytes of a file: quality, lossless, Huffman tables or colours. If not, a variant that would
     * be the same picture as its source is never larger than it.
     */
    public boolean isExact() {
        return exact;
    }

    /** A copy of this encoding whose format is chosen for the given source. */
    public Encoding resolve(ImageInfo source) {
        if (format != null) {
            boolean palette = format == Format.PNG && source.model() == ColorModel.PALETTE;
            return new Encoding(
                    format, quality, lossless, effort, optimizedHuffman, background, colors, palette, exact);
        }
        Format own = source.format() == Format.JPEG || source.format() == Format.WEBP ? source.format() : Format.PNG;
        boolean palette = own == Format.PNG && source.model() == ColorModel.PALETTE;
        boolean keepLossless = lossless || own == Format.WEBP && source.lossless();
        return new Encoding(own, quality, keepLossless, effort, optimizedHuffman, background, colors, palette, exact);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoding that
                && format == that.format
                && quality == that.quality
                && lossless == that.lossless
                && effort == that.effort
                && optimizedHuffman == that.optimizedHuffman
                && background == that.background
                && colors == that.colors
                && fromPalette == that.fromPalette
                && exact == that.exact;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                format, quality, lossless, effort, optimizedHuffman, background, colors, fromPalette, exact);
    }

    @Override
    public String toString() {
        return (format == null ? "source" : format.title()) + (lossless ? " lossless" : " q" + quality);
    }
}
