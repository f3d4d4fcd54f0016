package dev.darkroom.svg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Providers;
import dev.darkroom.spi.codec.Rewriter;
import dev.darkroom.svg.tree.EmbeddedPictures;
import dev.darkroom.svg.tree.SvgReader;
import dev.darkroom.svg.tree.SvgWriter;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Sanitizes SVG files. The output is built from the elements, attributes and CSS that allowlists permit. It contains no scripts, no
 * animation and no references to other files. If the input has none of these, the output draws the same. Metadata is always removed, for
 * every value of {@link Keep}.
 *
 * <p>Embedded pictures are cleaned by the other rewriters that {@link ServiceLoader} finds. A picture that no rewriter supports is dropped.
 */
public final class SvgSanitizer implements Rewriter {
    @Override
    public String name() {
        return "svg-sanitizer";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.SVG);
    }

    /** Sanitizes an SVG of at most 10 MiB and 50,000 elements; at most 100,000 elements after all references are resolved. */
    @Override
    public Bytes rewrite(Format format, Bytes source, Keep keep) throws ImageException {
        if (format != Format.SVG) {
            throw ImageException.unsupported(format.title() + " cannot be rewritten here: SVG can");
        }
        return SvgWriter.write(SvgReader.read(source, LazyHolder.EMBEDDED));
    }

    /** The cleaner for embedded pictures. It uses the available rewriters. The rasterizer uses it too. */
    public static EmbeddedPictures embedded() {
        return LazyHolder.EMBEDDED;
    }

    /**
     * Loads the other rewriters once. It must not do so while {@link SvgSanitizer} is initialized, because {@link ServiceLoader} also finds
     * this class.
     */
    private static final class LazyHolder {
        static final EmbeddedPictures EMBEDDED = new EmbeddedPictures(others());

        private static List<Rewriter> others() {
            List<Rewriter> found = Providers.load(ServiceLoader.load(Rewriter.class), reason -> {});
            found.removeIf(rewriter ->
                    rewriter instanceof SvgSanitizer || !rewriter.availability().isAvailable());
            return found;
        }
    }
}
