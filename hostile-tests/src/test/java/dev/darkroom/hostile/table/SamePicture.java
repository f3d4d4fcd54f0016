package dev.darkroom.hostile.table;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.pipeline.Pipeline;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks, pixel by pixel and with each family of codecs, that a cleaned copy shows the same picture as the upload, including colours and
 * orientation.
 */
final class SamePicture {
    private static final Map<CodecFamily, Pipeline> READERS = new EnumMap<>(CodecFamily.class);
    /** Largest side for the comparison, in pixels. Larger pictures are reduced to it. */
    private static final int SIDE = 256;

    private SamePicture() {}

    static Optional<String> complaint(Bytes upload, Bytes copy) {
        for (CodecFamily family : CodecFamily.present()) {
            Pipeline reader = READERS.computeIfAbsent(family, SamePicture::reader);
            Outcome before = reader.process(Source.of(upload), Map.of());
            if (before instanceof Outcome.Completed shown) {
                Outcome after = reader.process(Source.of(copy), Map.of());
                if (!(after instanceof Outcome.Completed again)) {
                    return Optional.of(
                            "is refused by " + family + ", which took the upload: " + ExpectedOutcome.told(after));
                }
                if (!pixels(shown).equals(pixels(again))) {
                    return Optional.of("shows something else than the upload, to " + family);
                }
            }
        }
        return Optional.empty();
    }

    private static Pipeline reader(CodecFamily family) {
        return family.builder()
                .accept(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP)
                .limits(Limits.untrusted().deadline(Duration.ofMinutes(10)))
                .variant(
                        Variant.named("shown").limit(SIDE).encode(Encoding.png().lossless(true)))
                .build();
    }

    private static Bytes pixels(Outcome.Completed completed) {
        return completed.renditions().get(0).bytes();
    }
}
