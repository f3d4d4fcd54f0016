package dev.darkroom.testkit;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.List;
import java.util.Set;

/** A codec for {@link FakePicture}s. It behaves like a real codec, but does not compress. */
public final class FakeCodec implements DecoderProvider, EncoderProvider {
    private final Format format;
    private final int rowsPerBand;
    private final List<Layout> layouts;

    private FakeCodec(Format format, int rowsPerBand, List<Layout> layouts) {
        this.format = format;
        this.rowsPerBand = rowsPerBand;
        this.layouts = layouts;
    }

    /** A codec for pictures with the magic bytes of JPEG. It decodes the picture as one band, and its encoder prefers 4:2:0 planes. */
    public static FakeCodec planar() {
        return new FakeCodec(Format.JPEG, Integer.MAX_VALUE, List.of(Layout.YCBCR_420, Layout.RGB, Layout.GRAY));
    }

    /** A codec for pictures with the magic bytes of PNG. It decodes two rows per band, and its encoder accepts interleaved pixels only. */
    public static FakeCodec rows() {
        return new FakeCodec(Format.PNG, 2, List.of(Layout.RGBA, Layout.RGB, Layout.GRAY));
    }

    @Override
    public String name() {
        return "fake-" + format.extension();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(format);
    }

    @Override
    public Decoder open(Format asked, Bytes source) throws ImageException {
        return new FakeDecoder(FakePicture.parse(asked, source), rowsPerBand);
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return layouts;
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return raster.bytes();
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        return new FakeEncoder(format, raster, memory.charge(raster.bytes()));
    }
}
