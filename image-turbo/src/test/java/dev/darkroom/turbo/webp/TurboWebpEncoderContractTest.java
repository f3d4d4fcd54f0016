package dev.darkroom.turbo.webp;

import dev.darkroom.core.Encoding;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.testkit.EncoderContract;
import dev.darkroom.turbo.NativeLibraryAssumption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

class TurboWebpEncoderContractTest implements EncoderContract {
    @BeforeEach
    void theLibraryIsHere() {
        NativeLibraryAssumption.require(provider());
    }

    @Override
    public EncoderProvider provider() {
        return new TurboWebpEncoderProvider();
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(
                Encoding.webp(),
                Encoding.webp().fast(),
                Encoding.webp().quality(30).effort(0),
                Encoding.webp().lossless(true));
    }
}
