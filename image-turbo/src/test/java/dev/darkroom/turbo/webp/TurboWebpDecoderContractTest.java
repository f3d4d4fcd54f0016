package dev.darkroom.turbo.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.testkit.DecoderContract;
import dev.darkroom.turbo.NativeLibraryAssumption;
import dev.darkroom.turbo.TestPicture;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class TurboWebpDecoderContractTest implements DecoderContract {
    @BeforeEach
    void theLibraryIsHere() {
        NativeLibraryAssumption.require(provider());
    }

    @Override
    public DecoderProvider provider() {
        return new TurboWebpDecoderProvider();
    }

    @Override
    public Map<String, Bytes> pictures() throws ImageException {
        EncoderProvider webp = new TurboWebpEncoderProvider();
        Raster photo = TestPicture.photo(61, 47, Layout.RGB);
        Raster alpha = TestPicture.photo(61, 47, Layout.RGBA);
        Map<String, Bytes> pictures = new LinkedHashMap<>();
        pictures.put("lossy", TestPicture.encode(webp, photo, Encoding.webp()));
        pictures.put("lossy with alpha", TestPicture.encode(webp, alpha, Encoding.webp()));
        pictures.put("lossless", TestPicture.encode(webp, photo, Encoding.webp().lossless(true)));
        pictures.put(
                "lossless with alpha",
                TestPicture.encode(webp, alpha, Encoding.webp().lossless(true)));
        return pictures;
    }

    @Override
    public Format format() {
        return Format.WEBP;
    }
}
