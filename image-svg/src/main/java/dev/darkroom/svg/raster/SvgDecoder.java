package dev.darkroom.svg.raster;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.svg.SvgHeader;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.svg.SvgSanitizer;
import dev.darkroom.svg.simplify.Simplifier;
import dev.darkroom.svg.tree.Element;
import dev.darkroom.svg.tree.SvgReader;
import dev.darkroom.svg.tree.SvgWriter;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** Draws an SVG at the requested size as a whole picture, and passes it to the sink in bands. */
final class SvgDecoder implements Decoder {
    /** Memory for each byte of the source: the text, its elements, and jsvg's elements and shapes. */
    private static final long BYTES_PER_BYTE = 24;

    private static final long FIXED_BYTES = 4 * 1024 * 1024;
    private static final long BYTES_PER_PIXEL = 4;
    private static final long PICTURES = EmbeddedPictureDecoder.PIXELS * BYTES_PER_PIXEL;

    private final Bytes source;
    private final SvgHeader header;
    private final ImageInfo info;
    private @Nullable Plan plan;

    SvgDecoder(Bytes source, SvgHeader header) {
        this.source = source;
        this.header = header;
        this.info = header.info();
    }

    /**
     * @param work bytes that reading and drawing take, without the bands
     * @param decoding bytes that a decoder of an embedded picture may take
     */
    private record Plan(RasterSpec raster, long work, long decoding) {}

    @Override
    public ImageInfo info() {
        return info;
    }

    @Override
    public DecodeReport prepare(DecodeHint hint) throws ImageException {
        Size stored = info.stored();
        double scale = Math.min(
                1,
                Math.max(
                        hint.atLeast().width() / (double) stored.width(),
                        hint.atLeast().height() / (double) stored.height()));
        Size size = new Size(scaled(stored.width(), scale), scaled(stored.height(), scale));
        if (size.pixels() > Integer.MAX_VALUE / BYTES_PER_PIXEL) {
            throw ImageException.unsupported(
                    "an SVG cannot be drawn as " + size + " pixels: they do not fit into one array");
        }
        RasterSpec raster = RasterSpec.of(size, Layout.RGBA);
        WordSearch mentions = new WordSearch(source);
        boolean pictures = mentions.any("data:");
        Plan planned = new Plan(
                raster,
                work(mentions, size) + (pictures ? PICTURES : 0),
                pictures ? EmbeddedPictureDecoder.DECODING_BYTES : 0);
        plan = planned;
        return new DecodeReport(
                raster,
                scale,
                planned.work() + Math.max(planned.decoding(), DrawingBands.bytes(raster)),
                Drawing.LONGEST);
    }

    @Override
    @SuppressWarnings("try") // the charge is only held
    public void decode(BandSink sink, Memory memory) throws ImageException {
        Plan planned = plan;
        if (planned == null) {
            throw new IllegalStateException("prepare was not called");
        }
        try (Memory.Charge work = memory.charge(planned.work())) {
            Element root = SvgReader.read(source, SvgSanitizer.embedded());
            Simplifier.apply(root, header.width(), header.height());
            Size size = planned.raster().size();
            DrawingLimits.apply(root, header, size);
            EmbeddedPictureLoader pictures = EmbeddedPictureLoader.take(root, memory);
            BufferedImage drawn = Drawing.draw(SvgWriter.write(root), pictures, size);
            DrawingBands.push(drawn, planned.raster(), sink, memory);
        }
    }

    @Override
    public void close() {
        plan = null;
    }

    private static int scaled(int side, double scale) {
        return (int) Math.max(1, Math.min(side, Math.ceil(side * scale - 1e-6)));
    }

    /** Bytes for the picture, and for further buffers of the same size if the text mentions features that may need them. */
    private long work(WordSearch mentions, Size size) {
        long pictures = 1;
        pictures += mentions.any("opacity", "mask", "filter", "isolation", "blend") ? DrawingLimits.LAYERS + 1 : 0;
        pictures += mentions.any("filter") ? DrawingLimits.PRIMITIVES : 0;
        long tiles = mentions.any("pattern") ? DrawingLimits.TILES * DrawingLimits.TILE_PIXELS : 0;
        return FIXED_BYTES + BYTES_PER_BYTE * source.length() + BYTES_PER_PIXEL * (pictures * size.pixels() + tiles);
    }
}
