package dev.darkroom.codecs.png;

import dev.darkroom.core.Encoding;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.testkit.EncoderContract;
import java.util.List;

class PngEncoderContractTest implements EncoderContract {
    @Override
    public EncoderProvider provider() {
        return new PngEncoderProvider();
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.png(), Encoding.png().effort(0), Encoding.png().effort(6));
    }
}
