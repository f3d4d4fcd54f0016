package dev.darkroom.codecs.webp;

import dev.darkroom.core.Encoding;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.testkit.EncoderContract;
import java.util.List;

class WebpEncoderContractTest implements EncoderContract {
    @Override
    public EncoderProvider provider() {
        return new WebpEncoderProvider();
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(
                Encoding.webp(),
                Encoding.webp().fast(),
                Encoding.webp().lossless(true),
                Encoding.webp().effort(0).quality(30));
    }
}
