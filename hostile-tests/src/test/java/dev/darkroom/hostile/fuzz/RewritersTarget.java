package dev.darkroom.hostile.fuzz;

import dev.darkroom.codecs.rewrite.PortableRewriter;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.spi.codec.Rewriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fuzz target: the output of a rewriter is complete and clean, shows the same picture, and does not change when it is rewritten again. */
public final class RewritersTarget {
    private static final Rewriter REWRITER = new PortableRewriter();
    private static final long MOST_PIXELS_COMPARED = 300_000;

    private static final Duration NO_END = Duration.ofDays(1);

    private RewritersTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        check(input);
        PngChecksums.mended(input).ifPresent(RewritersTarget::check);
    }

    private static void check(byte[] input) {
        Bytes source = Bytes.copyOf(input);
        Format format = Signature.of(source).orElse(null);
        if (format == null || !REWRITER.formats().contains(format)) {
            return;
        }
        for (Rewriter.Keep keep : Rewriter.Keep.values()) {
            FuzzContract.keep(() -> check(format, source, keep));
        }
    }

    private static void check(Format format, Bytes source, Rewriter.Keep keep) throws ImageException {
        List<String> warnings = new ArrayList<>();
        Bytes clean =
                REWRITER.rewrite(format, source, keep, new Rewriter.Context(warnings::add, Deadline.after(NO_END)));
        requireSame("format", format, Signature.of(clean).orElse(null));
        ImageInfo before = HeaderReader.read(format, source);
        ImageInfo after = parsed("header", () -> HeaderReader.read(format, clean));
        requireSame("size", before.stored(), after.stored());
        requireSame("orientation", before.orientation(), after.orientation());
        if (warnings.isEmpty() || after.frames() > before.frames()) {
            requireSame("frames", before.frames(), after.frames());
        }
        if (keep == Rewriter.Keep.NOTHING) {
            requireSame("metadata", List.of(), UnneededParts.in(format, clean.toArray()));
        }
        requireSame("second rewrite", clean, parsed("rewrite", () -> REWRITER.rewrite(format, clean, keep)));
        if (before.stored().pixels() <= MOST_PIXELS_COMPARED) {
            PixelChecksum pixels = PixelChecksum.of(format, source);
            requireSame("pixels", pixels, parsed("pixels", () -> PixelChecksum.of(format, clean)));
        }
    }

    private interface Reading<T> {
        T read() throws ImageException;
    }

    /** Parses the output of the rewriter. A refusal is a defect here. */
    private static <T> T parsed(String what, Reading<T> reading) {
        try {
            return reading.read();
        } catch (ImageException e) {
            throw new AssertionError(what + " of the rewritten file: " + e.getMessage(), e);
        }
    }

    private static void requireSame(String what, Object expected, @Nullable Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + " was " + expected + " and is " + actual);
        }
    }
}
