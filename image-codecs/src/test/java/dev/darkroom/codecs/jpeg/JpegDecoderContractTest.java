package dev.darkroom.codecs.jpeg;

import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.testkit.DecoderContract;
import java.util.LinkedHashMap;
import java.util.Map;

class JpegDecoderContractTest implements DecoderContract {
    @Override
    public DecoderProvider provider() {
        return new JpegDecoderProvider();
    }

    @Override
    public Map<String, Bytes> pictures() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(61, 47, 3);
        Map<String, Bytes> pictures = new LinkedHashMap<>();
        pictures.put("4:2:0", Bytes.wrap(JpegFixture.cjpeg(scene)));
        pictures.put("progressive", Bytes.wrap(JpegFixture.cjpeg(scene, "-progressive")));
        pictures.put("gray", Bytes.wrap(JpegFixture.cjpeg(scene, "-grayscale")));
        pictures.put("CMYK", Bytes.wrap(JpegFixture.cmyk(scene)));
        return pictures;
    }

    @Override
    public Format format() {
        return Format.JPEG;
    }
}
