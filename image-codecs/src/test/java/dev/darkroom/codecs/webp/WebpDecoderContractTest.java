package dev.darkroom.codecs.webp;

import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.testkit.DecoderContract;
import java.util.LinkedHashMap;
import java.util.Map;

class WebpDecoderContractTest implements DecoderContract {
    @Override
    public DecoderProvider provider() {
        return new WebpDecoderProvider();
    }

    @Override
    public Map<String, Bytes> pictures() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(61, 47, 4);
        Map<String, Bytes> pictures = new LinkedHashMap<>();
        byte[] lossy = WebpFixture.cwebp(scene, "-q", "80");
        pictures.put("lossy", Bytes.wrap(lossy));
        pictures.put("lossless", Bytes.wrap(WebpFixture.cwebp(scene, "-lossless")));
        pictures.put("animation", Bytes.wrap(WebpFixture.animation(lossy, 4, 6, 61, 47, 90, 80)));
        return pictures;
    }

    @Override
    public Format format() {
        return Format.WEBP;
    }
}
