package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.Encoding;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.testkit.EncoderContract;
import java.util.List;

class JpegEncoderContractTest implements EncoderContract {
    @Override
    public EncoderProvider provider() {
        return new JpegEncoderProvider();
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.jpeg(), Encoding.jpeg().quality(30).optimizedHuffman(false));
    }
}
