package dev.darkroom.svg.raster;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.ViewBox;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Duration;

/** Draws an SVG with jsvg. The input must be the output of the sanitizer and of {@link DrawingLimits}. The drawing time is limited. */
final class Drawing {
    /** Time limit of a drawing. It is checked before every shape. The time of a single shape is limited by its number of points. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final DocumentLimits LIMITS = new DocumentLimits(200, 30, 100_000);

    private Drawing() {}

    /**
     * Draws the SVG to premultiplied ARGB.
     *
     * @throws ImageException over limit if the time is exceeded; unsupported if jsvg cannot draw the SVG
     */
    static BufferedImage draw(Bytes svg, EmbeddedPictureLoader pictures, Size size) throws ImageException {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            LoaderContext context = LoaderContext.builder()
                    .externalResourcePolicy(pictures)
                    .resourceLoader(pictures)
                    .documentLimits(LIMITS)
                    .build();
            SVGDocument document = new SVGLoader().load(svg.newInputStream(), null, context);
            if (document == null) {
                throw ImageException.unsupported("this SVG cannot be drawn here: jsvg rejects it");
            }
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            Output output = TimedOutput.around(Output.createForGraphics(graphics), LONGEST);
            document.renderWithPlatform(
                    NullPlatformSupport.INSTANCE, output, new ViewBox(0, 0, size.width(), size.height()));
            return image;
        } catch (TimedOutput.DrawingTimeoutException e) {
            throw new ImageException(
                    new Failure.OverLimit(
                            Failure.OverLimit.Kind.TIME,
                            LONGEST.toMillis() + 1,
                            LONGEST.toMillis(),
                            "this SVG takes longer to draw than " + LONGEST.toMillis() + " ms"),
                    e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new ImageException(
                    new Failure.Unsupported("this SVG cannot be drawn here: jsvg fails on its content"), e);
        } finally {
            graphics.dispose();
        }
    }
}
