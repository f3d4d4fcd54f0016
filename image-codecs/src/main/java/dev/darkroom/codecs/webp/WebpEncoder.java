package dev.darkroom.codecs.webp;

import dev.darkroom.codecs.WholePicture;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;

/** Collects the whole picture and encodes it with libwebp at the end. */
final class WebpEncoder implements Encoder {
    private final RasterSpec spec;
    private final WebpSettings settings;
    private final WholePicture picture;

    WebpEncoder(RasterSpec spec, Encoding encoding, Memory memory) throws ImageException {
        this.spec = spec;
        this.settings = WebpSettings.of(encoding);
        this.picture = WholePicture.open(spec, WebpEncodingMemory.bytes(spec, settings), memory);
    }

    @Override
    public void accept(Band band) {
        picture.accept(band);
    }

    @Override
    public Bytes finish() throws ImageException {
        int channels = spec.layout().channelsPerPlane();
        byte[] file = LibWebp.encode(picture.samples(), spec.width(), spec.height(), channels, settings);
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
