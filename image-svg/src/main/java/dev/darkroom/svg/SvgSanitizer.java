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
 * Builds an SVG anew from what allowlists of elements, attributes and CSS leave of it. Nothing of the result acts, moves or refers to
 * anything outside of itself; where nothing of the kind was there, it draws the same. Whatever {@link Keep} says, metadata goes.
 *
 * <p>Pictures inside of it are cleaned by the other rewriters that {@link ServiceLoader} finds, and dropped where none does it.
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

    /** Takes up to 10 MiB, 50,000 elements and 100,000 after all references are followed. */
    @Override
    public Bytes rewrite(Format format, Bytes source, Keep keep) throws ImageException {
        if (format != Format.SVG) {
            throw ImageException.unsupported(format.title() + " cannot be rewritten here: SVG can");
        }
        return SvgWriter.write(SvgReader.read(source, LazyHolder.EMBEDDED));
    }

    /** Cleans what is embedded with whoever is there; for the rasterizer too. */
    public static EmbeddedPictures embedded() {
        return LazyHolder.EMBEDDED;
    }

    /** Looked for once, and not while this class is loaded: it is found the same way. */
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
