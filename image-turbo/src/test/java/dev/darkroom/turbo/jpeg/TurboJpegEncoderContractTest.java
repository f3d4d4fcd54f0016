package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Encoding;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.testkit.EncoderContract;
import dev.darkroom.turbo.NativeLibraryAssumption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

class TurboJpegEncoderContractTest implements EncoderContract {
    @BeforeEach
    void theLibraryIsHere() {
        NativeLibraryAssumption.require(provider());
    }

    @Override
    public EncoderProvider provider() {
        return new TurboJpegEncoderProvider();
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.jpeg(), Encoding.jpeg().quality(30).optimizedHuffman(false));
    }
}
