package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.testkit.DecoderContract;
import java.util.LinkedHashMap;
import java.util.Map;

class PngDecoderContractTest implements DecoderContract {
    @Override
    public DecoderProvider provider() {
        return new PngDecoderProvider();
    }

    @Override
    public Map<String, Bytes> pictures() throws ImageException {
        Map<String, Bytes> pictures = new LinkedHashMap<>();
        pictures.put("RGB", Bytes.wrap(PngFixture.random(61, 47, 8, 2, 1).file()));
        pictures.put(
                "16-bit RGBA", Bytes.wrap(PngFixture.random(61, 47, 16, 6, 1).file()));
        pictures.put(
                "interlaced",
                Bytes.wrap(PngFixture.random(61, 47, 8, 2, 1).interlaced(true).file()));
        pictures.put("1-bit", Bytes.wrap(PngFixture.random(611, 47, 1, 0, 1).file()));
        return pictures;
    }

    @Override
    public Format format() {
        return Format.PNG;
    }
}
