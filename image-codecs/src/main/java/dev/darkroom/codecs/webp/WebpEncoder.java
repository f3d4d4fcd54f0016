package dev.darkroom.codecs.webp;

import dev.darkroom.codecs.WholePicture;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Band;
import dev.darkroom.spi.Encoder;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.RasterSpec;

/** Collects the picture and gives it to libwebp at the end. */
final class WebpEncoder implements Encoder {
    private static final long FIXED_BYTES = 1024 * 1024;
    /** Its planes, and what its analysis keeps of each macroblock. */
    private static final int LOSSY_BYTES_PER_PIXEL = 4;
    /** ARGB several times over, hash chains and references. */
    private static final int LOSSLESS_BYTES_PER_PIXEL = 40;

    private final RasterSpec spec;
    private final Encoding encoding;
    private final WholePicture picture;

    WebpEncoder(RasterSpec spec, Encoding encoding, Memory memory) throws ImageException {
        this.spec = spec;
        this.encoding = encoding;
        this.picture = WholePicture.open(spec, besideBytes(spec, encoding), memory);
    }

    /** Native code sees a copy of the samples. */
    static long besideBytes(RasterSpec spec, Encoding encoding) {
        int perPixel = encoding.lossless() ? LOSSLESS_BYTES_PER_PIXEL : LOSSY_BYTES_PER_PIXEL;
        return FIXED_BYTES + spec.bytes() + spec.size().pixels() * perPixel;
    }

    @Override
    public void accept(Band band) {
        picture.accept(band);
    }

    @Override
    public Bytes finish() throws ImageException {
        int channels = spec.layout().channelsPerPlane();
        byte[] file =
                LibWebp.encode(picture.samples(), spec.width(), spec.height(), channels, WebpSettings.of(encoding));
        if (file == null) {
            throw ImageException.defect("libwebp could not encode a picture of " + spec.size(), null);
        }
        return Bytes.wrap(file);
    }

    @Override
    public void close() {
        picture.close();
    }
}
