package dev.darkroom.svg.raster;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.testkit.DecoderContract;
import java.nio.charset.StandardCharsets;
import java.util.Map;

class SvgDecoderContractTest implements DecoderContract {
    @Override
    public DecoderProvider provider() {
        return new SvgDecoderProvider();
    }

    @Override
    public Format format() {
        return Format.SVG;
    }

    @Override
    public Map<String, Bytes> pictures() {
        String open = "<svg xmlns=\"http://www.w3.org/2000/svg\" ";
        String shapes = "<rect width=\"5\" height=\"7\" fill=\"red\"/><circle r=\"9\" opacity=\".5\"/></svg>";
        return Map.of(
                "own size", bytes(open + "width=\"61\" height=\"47\">" + shapes),
                "by its viewBox", bytes(open + "viewBox=\"0 0 33 100\">" + shapes),
                "no size", bytes(open + "id=\"a\">" + shapes));
    }

    private static Bytes bytes(String svg) {
        return Bytes.wrap(svg.getBytes(StandardCharsets.UTF_8));
    }
}
