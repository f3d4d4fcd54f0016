package dev.darkroom.hostile.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.metadata.Canaries.Canary;
import dev.darkroom.hostile.metadata.HiddenDataFile.FileWithCanaries;
import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner;
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

/** Tests more than 2,000 pictures with private data in random places, with both families of codecs. */
class MetadataGuaranteeTest {
    private static final int FILES = 2000;

    @ParameterizedTest
    @MethodSource("dev.darkroom.hostile.CodecFamily#present")
    void nothingPlantedIsInAnyRenditionOrRewrittenOriginal(CodecFamily family) throws Exception {
        HiddenDataFile files = new HiddenDataFile();
        try (Pipeline pipeline = renditions(family.builder()).build()) {
            for (int seed = 0; seed < FILES; seed++) {
                FileWithCanaries planted = files.numbered(seed);
                for (Rendition rendition : completed(pipeline, planted, seed)) {
                    byte[] bytes = rendition.bytes().toArray();
                    String which = rendition.name() + " of file " + seed;
                    assertThat(CanarySearch.in(bytes).stream().map(planted.needles()::named))
                            .as(which)
                            .isEmpty();
                    assertThat(PictureMetadataScanner.of(bytes)).as(which).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.darkroom.hostile.CodecFamily#present")
    void withKeepCopyrightTheRightsSurviveAndNothingElse(CodecFamily family) throws Exception {
        HiddenDataFile files = new HiddenDataFile();
        int owned = 0;
        try (Pipeline pipeline = family.builder()
                .variant(Variant.rewritten("original"))
                .variant(Variant.named("small").limit(20).encode(Encoding.jpeg()))
                .keep(Keep.COPYRIGHT)
                .build()) {
            for (int seed = 0; seed < FILES; seed++) {
                FileWithCanaries planted = files.numbered(seed);
                List<Rendition> made = completed(pipeline, planted, seed);
                byte[] original = made.get(0).bytes().toArray();
                Set<String> left = CanarySearch.in(original);
                assertThat(left).as("file " + seed).isEqualTo(rightsOf(planted));
                assertThat(PictureMetadataScanner.of(original).stream().filter(trace -> trace.kind() != Kind.RIGHTS))
                        .as("file " + seed)
                        .isEmpty();
                assertThat(CanarySearch.in(made.get(1).bytes().toArray()))
                        .as("rendition of file " + seed)
                        .isEmpty();
                owned += left.isEmpty() ? 0 : 1;
            }
        }
        assertThat(owned).isGreaterThan(FILES / 3);
    }

    /** The tests above detect an original that was not rewritten. */
    @Test
    void theProofSeesAnOriginalThatIsNotRewritten() throws Exception {
        HiddenDataFile files = new HiddenDataFile();
        for (int seed = 0; seed < FILES; seed++) {
            byte[] original = files.numbered(seed).file();
            assertThat(PictureMetadataScanner.of(original)).as("file " + seed).isNotEmpty();
        }
    }

    private static Set<String> rightsOf(FileWithCanaries planted) {
        return planted.needles().planted().stream()
                .filter(Canary::rights)
                .map(Canary::text)
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

    private static List<Rendition> completed(Pipeline pipeline, FileWithCanaries planted, int seed) {
        Outcome outcome = pipeline.process(Source.of(Bytes.wrap(planted.file())), Map.of());
        assertThat(outcome)
                .as("file " + seed + " with " + planted.needles().planted())
                .isInstanceOf(Outcome.Completed.class);
        return ((Outcome.Completed) outcome).renditions();
    }
}
