package dev.darkroom.hostile.fuzz;

import dev.darkroom.core.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The fuzz targets, by their names on the command line. */
enum FuzzTarget {
    HEADERS(HeadersTarget.class, HeadersTarget::fuzzerTestOneInput, true, true),
    PORTABLE(PortableTarget.class, PortableTarget::fuzzerTestOneInput, true, false),
    FAST(FastLaneTarget.class, FastLaneTarget::fuzzerTestOneInput, true, false),
    REWRITERS(RewritersTarget.class, RewritersTarget::fuzzerTestOneInput, true, false),
    SVG(SvgTarget.class, SvgTarget::fuzzerTestOneInput, false, true);

    private static final Set<Format> RASTERS = Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP);

    private final Class<?> type;
    private final Consumer<byte[]> once;
    private final boolean rasters;
    private final boolean svg;

    FuzzTarget(Class<?> type, Consumer<byte[]> once, boolean rasters, boolean svg) {
        this.type = type;
        this.once = once;
        this.rasters = rasters;
        this.svg = svg;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String className() {
        return type.getName();
    }

    /** Runs the target once with an input, as Jazzer does. */
    void run(byte[] input) {
        once.accept(input);
    }

    boolean takes(Format format) {
        return format == Format.SVG ? svg : rasters && RASTERS.contains(format);
    }

    static List<FuzzTarget> named(List<String> words) {
        return words.isEmpty()
                ? List.of(values())
                : words.stream().map(FuzzTarget::named).toList();
    }

    private static FuzzTarget named(String word) {
        Optional<FuzzTarget> found = Arrays.stream(values())
                .filter(target -> target.word().equals(word))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("no target is named " + word + ": there are "
                + String.join(
                        ", ", Arrays.stream(values()).map(FuzzTarget::word).toList())));
    }
}
