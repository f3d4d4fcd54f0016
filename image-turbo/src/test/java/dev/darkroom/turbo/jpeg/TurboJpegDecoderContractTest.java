package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.testkit.DecoderContract;
import dev.darkroom.turbo.NativeLibraryAssumption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class TurboJpegDecoderContractTest implements DecoderContract {
    @BeforeEach
    void theLibraryIsHere() {
        NativeLibraryAssumption.require(provider());
    }

    @Override
    public DecoderProvider provider() {
        return new TurboJpegDecoderProvider();
    }

    @Override
    public Map<String, Bytes> pictures() throws ImageException {
        Map<String, Bytes> pictures = new LinkedHashMap<>();
        pictures.put("4:2:0", CjpegFixture.cjpeg(61, 47));
        pictures.put("4:4:4", CjpegFixture.cjpeg(61, 47, "-sample", "1x1"));
        pictures.put("progressive", CjpegFixture.cjpeg(61, 47, "-progressive"));
        pictures.put("gray", CjpegFixture.cjpeg(61, 47, "-grayscale"));
        pictures.put("arithmetic", CjpegFixture.cjpeg(61, 47, "-arithmetic"));
        pictures.put("RGB", CjpegFixture.cjpeg(61, 47, "-rgb"));
        pictures.put("restarts", CjpegFixture.cjpeg(61, 47, "-restart", "1"));
        return pictures;
    }

    @Override
    public Format format() {
        return Format.JPEG;
    }
}
