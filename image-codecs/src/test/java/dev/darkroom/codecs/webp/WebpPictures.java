package dev.darkroom.codecs.webp;

import dev.darkroom.codecs.CheckedEncoding;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import java.util.LinkedHashMap;
import java.util.Map;

/** WebP test files of every kind, by name. They are made without external tools. */
final class WebpPictures {
    private WebpPictures() {}

    static Map<String, byte[]> stills() throws ImageException {
        Map<String, byte[]> stills = new LinkedHashMap<>();
        stills.put("lossy", encode(SyntheticPhotos.photo(67, 45, 3), Encoding.webp()));
        stills.put("lossy with alpha", encode(SyntheticPhotos.photo(67, 45, 4), Encoding.webp()));
        stills.put(
                "lossless",
                encode(SyntheticPhotos.photo(67, 45, 3), Encoding.webp().lossless(true)));
        stills.put(
                "lossless with alpha",
                encode(SyntheticPhotos.photo(67, 45, 4), Encoding.webp().lossless(true)));
        return stills;
    }

    static Map<String, byte[]> all() throws ImageException {
        Map<String, byte[]> all = stills();
        for (Map.Entry<String, byte[]> still : stills().entrySet()) {
            all.put(
                    "animation on a larger canvas, " + still.getKey(),
                    WebpFixture.animation(still.getValue(), 10, 20, 67, 45, 100, 80));
        }
        all.put("animation, lossy", WebpFixture.animation(all.get("lossy"), 0, 0, 67, 45, 67, 45));
        return all;
    }

    private static byte[] encode(Pixels pixels, Encoding encoding) throws ImageException {
        return CheckedEncoding.encode(new WebpEncoderProvider(), pixels, encoding);
    }
}
