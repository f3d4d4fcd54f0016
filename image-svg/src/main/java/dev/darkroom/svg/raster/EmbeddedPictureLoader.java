package dev.darkroom.svg.raster;

import com.github.weisj.jsvg.parser.DomDocument;
import com.github.weisj.jsvg.parser.resources.RenderableResource;
import com.github.weisj.jsvg.parser.resources.ResourceLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.parser.resources.ResourceSupplier;
import com.github.weisj.jsvg.renderer.RenderContext;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.FloatSize;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.svg.tree.Element;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Provides the pictures inside one SVG to jsvg. The pictures have names that are valid only in this object. All other resources are denied,
 * as with {@link ResourcePolicy#DENY_ALL}.
 */
final class EmbeddedPictureLoader implements ResourceLoader, ResourcePolicy {
    private static final String NAME = "picture:";

    private final List<BufferedImage> images = new ArrayList<>();

    private EmbeddedPictureLoader() {}

    /** Decodes the embedded pictures and replaces their URLs in the SVG with names. */
    static EmbeddedPictureLoader take(Element root, Memory memory) throws ImageException {
        EmbeddedPictureLoader pictures = new EmbeddedPictureLoader();
        pictures.visit(root, new EmbeddedPictureDecoder(memory));
        return pictures;
    }

    private void visit(Element element, EmbeddedPictureDecoder decoder) throws ImageException {
        String reference = element.reference();
        if (reference != null && reference.startsWith("data:")) {
            element.attributes().remove("xlink:href");
            element.attributes().put("href", NAME + images.size());
            images.add(decoder.decode(reference));
        }
        for (Element child : element.elements()) {
            visit(child, decoder);
        }
    }

    @Override
    public @Nullable URI resolveResourceURI(@Nullable URI document, @Nullable String resource) {
        return resource == null || !resource.matches(NAME + "[0-9]{1,5}") ? null : URI.create(resource);
    }

    @Override
    public @Nullable URI resolveResourceURI(@Nullable URI document, @Nullable URI resource) {
        return resource == null ? null : resolveResourceURI(document, resource.toString());
    }

    @Override
    public ResourceSupplier<RenderableResource> loadImage(DomDocument document, URI name) throws IOException {
        int index = Integer.parseInt(name.toString().substring(NAME.length()));
        if (index >= images.size()) {
            throw new IOException("no embedded picture with index " + index);
        }
        return platform -> Optional.of(new DecodedPicture(images.get(index)));
    }

    private record DecodedPicture(BufferedImage image) implements RenderableResource {
        @Override
        public FloatSize intrinsicSize(RenderContext context) {
            return new FloatSize(image.getWidth(), image.getHeight());
        }

        @Override
        public void render(Output output, RenderContext context, AffineTransform transform) {
            output.drawImage(image, transform, null);
        }
    }
}
