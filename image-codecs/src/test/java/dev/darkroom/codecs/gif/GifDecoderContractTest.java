package dev.darkroom.codecs.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.testkit.DecoderContract;
import java.util.LinkedHashMap;
import java.util.Map;

class GifDecoderContractTest implements DecoderContract {
    @Override
    public DecoderProvider provider() {
        return new GifDecoderProvider();
    }

    @Override
    public Map<String, Bytes> pictures() {
        Map<String, Bytes> pictures = new LinkedHashMap<>();
        GifPictures.stills().forEach((name, file) -> pictures.put(name, Bytes.wrap(file)));
        return pictures;
    }

    @Override
    public Format format() {
        return Format.GIF;
    }
}
