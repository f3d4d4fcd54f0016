package dev.darkroom.core;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A requested output: a name, a sizing and an encoding. Immutable; each modifying method returns a new value. */
public final class Variant {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern SIDE = Pattern.compile("[1-9][0-9]{0,8}");

    private final String name;
    private final Sizing sizing;
    private final @Nullable Encoding encoding;
    private final boolean onlyIfLarger;
    private final int maxLongest;
    private final Set<Format> sources;

    private Variant(
            String name,
            Sizing sizing,
            @Nullable Encoding encoding,
            boolean onlyIfLarger,
            int maxLongest,
            Set<Format> sources) {
        this.name = name;
        this.sizing = sizing;
        this.encoding = encoding;
        this.onlyIfLarger = onlyIfLarger;
        this.maxLongest = maxLongest;
        this.sources = sources;
    }

    /** A variant with the picture's own size. The name is used in object keys: 1 to 64 ASCII letters, digits, {@code _} and {@code -}. */
    public static Variant named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a variant's name is 1 to 64 of A-Z a-z 0-9 _ -, not \"" + name + "\"");
        }
        return new Variant(name, Sizing.original(), null, false, Integer.MAX_VALUE, EnumSet.allOf(Format.class));
    }

    /**
     * Parses a list of variants from a setting. For example, {@code thumb=400,medium=1200} gives two variants. Each number limits the
     * longest displayed side, in pixels.
     *
     * @throws IllegalArgumentException when the text is not such a list
     */
    public static List<Variant> parseList(String namesAndSides) {
        return COMMA.splitAsStream(namesAndSides)
                .map(each -> {
                    int equals = each.indexOf('=');
                    if (equals < 0 || !SIDE.matcher(each.substring(equals + 1)).matches()) {
                        throw new IllegalArgumentException(
                                "variants are listed as name=longest,name=longest, not \"" + namesAndSides + "\"");
                    }
                    return named(each.substring(0, equals)).limit(Integer.parseInt(each.substring(equals + 1)));
                })
                .toList();
    }

    public Variant sizing(Sizing sizing) {
        return new Variant(name, sizing, encoding, onlyIfLarger, maxLongest, sources);
    }

    /** Limits the longest displayed side to this many pixels. */
    public Variant limit(int longest) {
        return sizing(Sizing.limit(longest));
    }

    /** Limits the width. The height follows from the aspect ratio. */
    public Variant width(int width) {
        return sizing(Sizing.within(width, Integer.MAX_VALUE));
    }

    /** Limits the height. The width follows from the aspect ratio. */
    public Variant height(int height) {
        return sizing(Sizing.within(Integer.MAX_VALUE, height));
    }

    public Variant within(int width, int height) {
        return sizing(Sizing.within(width, height));
    }

    public Variant cover(int width, int height) {
        return sizing(Sizing.cover(width, height));
    }

    public Variant pad(int width, int height) {
        return sizing(Sizing.pad(width, height));
    }

    /**
     * The uploaded picture without metadata, with its own format, pixels and frames. It is decoded only to check that the upload is
     * complete.
     */
    public static Variant rewritten(String name) {
        return named(name).encode(Encoding.source());
    }

    /** Uses this encoding instead of the pipeline's encoding. */
    public Variant encode(Encoding encoding) {
        return new Variant(name, sizing, encoding, onlyIfLarger, maxLongest, sources);
    }

    /** Skips this variant if the picture is not larger than the variant would be. */
    public Variant onlyIfLarger() {
        return new Variant(name, sizing, encoding, true, maxLongest, sources);
    }

    /** Skips this variant if the picture's longest side is longer than this. */
    public Variant onlyUpTo(int longest) {
        return new Variant(name, sizing, encoding, onlyIfLarger, longest, sources);
    }

    /** Skips this variant if the picture has another format. */
    public Variant onlyFrom(Format first, Format... others) {
        return new Variant(name, sizing, encoding, onlyIfLarger, maxLongest, EnumSet.of(first, others));
    }

    public String name() {
        return name;
    }

    public Sizing sizing() {
        return sizing;
    }

    /** The encoding; empty if the pipeline's encoding applies. */
    public Optional<Encoding> encoding() {
        return Optional.ofNullable(encoding);
    }

    /** Whether this is a rewritten copy: original size, and explicitly the source's own format. */
    public boolean isRewrite() {
        return sizing instanceof Sizing.Original
                && encoding != null
                && encoding.format().isEmpty();
    }

    /**
     * Whether this variant is produced for the picture.
     *
     * @param larger whether the picture is larger than the variant would be
     */
    public boolean applies(ImageInfo picture, boolean larger) {
        return sources.contains(picture.format())
                && picture.displayed().longest() <= maxLongest
                && (larger || !onlyIfLarger);
    }

    @Override
    public String toString() {
        return name + " " + sizing;
    }
}
