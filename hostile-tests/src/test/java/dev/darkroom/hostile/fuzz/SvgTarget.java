package dev.darkroom.hostile.fuzz;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.spi.codec.Rewriter.Keep;
import dev.darkroom.svg.ActiveContent;
import dev.darkroom.svg.SvgSanitizer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Fuzz target: the output of the sanitizer has no active content and does not change when it is sanitized again. An SVG that can be
 * sanitized also runs through the pipeline.
 */
public final class SvgTarget {
    private static final SvgSanitizer SANITIZER = new SvgSanitizer();
    private static final FuzzPipeline JOBS = new FuzzPipeline(CodecFamily.PORTABLE);

    private SvgTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzContract.keep(() -> check(Bytes.copyOf(input)));
    }

    private static void check(Bytes source) throws ImageException {
        Bytes clean = SANITIZER.rewrite(Format.SVG, source, Keep.NOTHING);
        List<String> active = ActiveContent.in(clean.toArray());
        if (!active.isEmpty()) {
            throw new AssertionError(active + " in " + text(clean));
        }
        Bytes again;
        try {
            again = SANITIZER.rewrite(Format.SVG, clean, Keep.NOTHING);
        } catch (ImageException e) {
            throw new AssertionError("refuses its own output: " + text(clean), e);
        }
        if (!again.equals(clean)) {
            throw new AssertionError("sanitized again, " + text(clean) + " becomes " + text(again));
        }
        if (Signature.of(source).filter(Format.SVG::equals).isPresent()) {
            JOBS.run(source.toArray());
        }
    }

    private static String text(Bytes svg) {
        return new String(svg.toArray(), StandardCharsets.UTF_8);
    }
}
