package dev.darkroom.hostile.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.file.PngBuilder;
import dev.darkroom.hostile.metadata.Canaries.Canary;
import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.spi.codec.Rewriter.Keep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hides one text in each place of a JPEG and of a PNG, one place per file. The text must not be in the output, and the search must be able
 * to find it.
 */
class HidingPlacesTest {
    private static final String HIDDEN = new Canaries(new Random(3)).hidden("one place");

    private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

    @BeforeAll
    static void hide() throws IOException {
        Random random = new Random(4);
        new JpegHidingPlaces("JPEG", BasePictures.jpeg(random, false), HIDDEN).addTo(FILES);
        new JpegHidingPlaces("progressive JPEG", BasePictures.jpeg(random, true), HIDDEN).addTo(FILES);
        new PngHidingPlaces("PNG of true colours", PngBuilder.innocent(), HIDDEN).addTo(FILES);
        new PngHidingPlaces("PNG of a palette", BasePictures.indexedPng(random), HIDDEN).addTo(FILES);
    }

    @Test
    void theSearchAndTheScannerSeeEachPlace() {
        List<String> unseen = new ArrayList<>();
        FILES.forEach((place, file) -> {
            if (!CanarySearch.in(file).equals(Set.of(HIDDEN))) {
                unseen.add("by the search: " + place);
            }
            if (PictureMetadataScanner.of(file).isEmpty()) {
                unseen.add("by the scanner: " + place);
            }
        });
        assertThat(FILES).hasSizeGreaterThan(500);
        assertThat(unseen).isEmpty();
    }

    /** Hidden data in some places makes the file invalid. Such a file is refused and gives no output. */
    @ParameterizedTest
    @MethodSource("dev.darkroom.hostile.CodecFamily#present")
    void nothingLeavesFromAnyPlace(CodecFamily family) {
        List<String> left = new ArrayList<>();
        int completed = 0;
        try (Pipeline pipeline =
                MetadataGuaranteeTest.renditions(family.builder()).build()) {
            for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
                Outcome outcome = pipeline.process(Source.of(Bytes.wrap(file.getValue())), Map.of());
                assertThat(outcome).as(file.getKey()).isNotInstanceOf(Outcome.Failed.class);
                if (outcome instanceof Outcome.Completed done) {
                    completed++;
                    for (Rendition rendition : done.renditions()) {
                        byte[] bytes = rendition.bytes().toArray();
                        if (!CanarySearch.in(bytes).isEmpty()
                                || !PictureMetadataScanner.of(bytes).isEmpty()) {
                            left.add(rendition.name() + " of " + file.getKey() + ": "
                                    + PictureMetadataScanner.of(bytes));
                        }
                    }
                }
            }
        }
        assertThat(left).isEmpty();
        assertThat(completed).isGreaterThan(FILES.size() / 2);
    }

    @Test
    void withKeepCopyrightNothingButTheRightsLeavesFromAnyPlace() {
        List<String> wrong = new ArrayList<>();
        int owned = 0;
        try (Pipeline pipeline = Pipeline.builder()
                .variant(Variant.rewritten("original"))
                .keep(Keep.COPYRIGHT)
                .build()) {
            for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
                Canaries needles = new Canaries(new Random(5));
                byte[] withRights = CopyrightExif.of(file.getValue(), needles);
                Set<String> rights = needles.planted().stream()
                        .filter(Canary::rights)
                        .map(Canary::text)
                        .collect(Collectors.toSet());
                Outcome outcome = pipeline.process(Source.of(Bytes.wrap(withRights)), Map.of());
                if (outcome instanceof Outcome.Completed done) {
                    owned++;
                    byte[] original = done.renditions().get(0).bytes().toArray();
                    boolean clean =
                            PictureMetadataScanner.of(original).stream().allMatch(trace -> trace.kind() == Kind.RIGHTS);
                    if (!CanarySearch.in(original).equals(rights) || !clean) {
                        wrong.add(
                                file.getKey() + ": " + CanarySearch.in(original) + PictureMetadataScanner.of(original));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(owned).isGreaterThan(FILES.size() / 2);
    }
}
