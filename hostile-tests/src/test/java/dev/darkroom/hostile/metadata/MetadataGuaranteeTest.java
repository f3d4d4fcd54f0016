package dev.darkroom.hostile.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.Family;
import dev.darkroom.hostile.metadata.Needles.Needle;
import dev.darkroom.hostile.metadata.PlantedFile.Planted;
import dev.darkroom.hostile.metadata.Trace.Kind;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.codec.Rewriter.Keep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over 2,000 pictures with private things planted in random places, whichever codecs do the work. */
class MetadataGuaranteeTest {
    private static final int FILES = 2000;

    @ParameterizedTest
    @MethodSource("dev.darkroom.hostile.Family#present")
    void nothingPlantedIsInAnyRenditionOrRewrittenOriginal(Family family) throws Exception {
        PlantedFile files = new PlantedFile();
        try (Pipeline pipeline = renditions(family.builder()).build()) {
            for (int seed = 0; seed < FILES; seed++) {
                Planted planted = files.numbered(seed);
                for (Rendition rendition : completed(pipeline, planted, seed)) {
                    byte[] bytes = rendition.bytes().toArray();
                    String which = rendition.name() + " of file " + seed;
                    assertThat(NeedleSearch.in(bytes).stream().map(planted.needles()::named))
                            .as(which)
                            .isEmpty();
                    assertThat(PictureScan.of(bytes)).as(which).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.darkroom.hostile.Family#present")
    void withKeepCopyrightTheRightsSurviveAndNothingElse(Family family) throws Exception {
        PlantedFile files = new PlantedFile();
        int owned = 0;
        try (Pipeline pipeline = family.builder()
                .variant(Variant.rewritten("original"))
                .variant(Variant.named("small").limit(20).encode(Encoding.jpeg()))
                .keep(Keep.COPYRIGHT)
                .build()) {
            for (int seed = 0; seed < FILES; seed++) {
                Planted planted = files.numbered(seed);
                List<Rendition> made = completed(pipeline, planted, seed);
                byte[] original = made.get(0).bytes().toArray();
                Set<String> left = NeedleSearch.in(original);
                assertThat(left).as("file " + seed).isEqualTo(rightsOf(planted));
                assertThat(PictureScan.of(original).stream().filter(trace -> trace.kind() != Kind.RIGHTS))
                        .as("file " + seed)
                        .isEmpty();
                assertThat(NeedleSearch.in(made.get(1).bytes().toArray()))
                        .as("rendition of file " + seed)
                        .isEmpty();
                owned += left.isEmpty() ? 0 : 1;
            }
        }
        assertThat(owned).isGreaterThan(FILES / 3);
    }

    /** What the tests above would say if an original left as it came. */
    @Test
    void theProofSeesAnOriginalThatIsNotRewritten() throws Exception {
        PlantedFile files = new PlantedFile();
        for (int seed = 0; seed < FILES; seed++) {
            byte[] original = files.numbered(seed).file();
            assertThat(PictureScan.of(original)).as("file " + seed).isNotEmpty();
        }
    }

    private static Set<String> rightsOf(Planted planted) {
        return planted.needles().planted().stream()
                .filter(Needle::rights)
                .map(Needle::text)
                .collect(Collectors.toSet());
    }

    static PipelineBuilder renditions(PipelineBuilder builder) {
        return builder.variant(Variant.rewritten("original"))
                .variant(Variant.named("jpeg").limit(40).encode(Encoding.jpeg()))
                .variant(Variant.named("png").limit(40).encode(Encoding.png()))
                .variant(Variant.named("webp").limit(40).encode(Encoding.webp().effort(0)))
                .variant(Variant.named("lossless")
                        .limit(20)
                        .encode(Encoding.webp().effort(0).lossless(true)));
    }

    private static List<Rendition> completed(Pipeline pipeline, Planted planted, int seed) {
        Outcome outcome = pipeline.process(Source.of(Bytes.wrap(planted.file())), Map.of());
        assertThat(outcome)
                .as("file " + seed + " with " + planted.needles().planted())
                .isInstanceOf(Outcome.Completed.class);
        return ((Outcome.Completed) outcome).renditions();
    }
}
