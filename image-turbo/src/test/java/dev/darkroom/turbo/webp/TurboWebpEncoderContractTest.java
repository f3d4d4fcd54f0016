package dev.darkroom.turbo.webp;

import dev.darkroom.core.Encoding;
import dev.darkroom.spi.EncoderProvider;
import dev.darkroom.testkit.EncoderContract;
import dev.darkroom.turbo.NativeOnly;
import java.util.List;

class TurboWebpEncoderContractTest implements EncoderContract {
    @Override
    public EncoderProvider provider() {
        return NativeOnly.require(new TurboWebpEncoderProvider());
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(
                Encoding.webp(),
                Encoding.webp().quality(30).effort(0),
                Encoding.webp().lossless(true));
    }
}
