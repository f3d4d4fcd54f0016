package dev.darkroom.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Description;
import dev.darkroom.pipeline.Pipeline;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodecFamilyTest {
    @ParameterizedTest
    @EnumSource
    void aFamilyDecodesWithItsOwnCodecs(CodecFamily family) throws Exception {
        assumeTrue(family.absence().isEmpty(), () -> family.absence().orElse(""));
        try (Pipeline pipeline = pipeline(family)) {
            String decoder = pipeline.plan(Source.of(jpeg())).decoder();
            assertThat(decoder.startsWith("turbo")).isEqualTo(family == CodecFamily.FAST_LANE);
            assertThat(pipeline.process(Source.of(jpeg()), Map.of())).isInstanceOf(Outcome.Completed.class);
        }
    }

    @Test
    void thePortableFamilyAsksTheFastLaneForNothing() {
        try (Pipeline pipeline = pipeline(CodecFamily.PORTABLE)) {
            List<String> firstOfEachKind = pipeline.describe().lines().stream()
                    .filter(line -> line.availability().isAvailable())
                    .collect(Collectors.toMap(
                            line -> line.kind() + line.handles(), Description.Line::name, (first, later) -> first))
                    .values()
                    .stream()
                    .toList();
            assertThat(firstOfEachKind).isNotEmpty().noneMatch(name -> name.startsWith("turbo"));
        }
    }

    private static Pipeline pipeline(CodecFamily family) {
        return family.builder()
                .variant(Variant.named("small").width(20).encode(Encoding.jpeg()))
                .build();
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }
}
