package dev.darkroom.hostile.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.metadata.SurplusBytes.Pair;
import dev.darkroom.pipeline.Pipeline;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hides a text in the coded picture data where no decoder shows it. Tests that a cleaned copy does not contain it. */
class SurplusBytesTest {
    private static final String HIDDEN = new Canaries(new Random(7)).hidden("a place that decodes to nothing");

    private static Map<String, Pair> pairs = Map.of();

    @BeforeAll
    static void hide() throws IOException {
        pairs = SurplusBytes.of(HIDDEN);
    }

    @Test
    void theSearchSeesEachPlace() {
        List<String> unseen = new ArrayList<>();
        pairs.forEach((place, pair) -> {
            if (!CanarySearch.in(pair.hiding()).contains(HIDDEN)
                    || !CanarySearch.in(pair.clean()).isEmpty()) {
                unseen.add(place);
            }
        });
        assertThat(pairs).hasSizeGreaterThan(60);
        assertThat(unseen).isEmpty();
    }

    /**
     * The copy is identical, bit by bit, to that of the same picture without the text. The same holds for the renditions. Only a PNG whose
     * surplus rows are removed is compressed again; its pixels are compared.
     */
    @ParameterizedTest
    @MethodSource("dev.darkroom.hostile.CodecFamily#present")
    void nothingLeavesFromAnyPlace(CodecFamily family) {
        List<String> left = new ArrayList<>();
        int completed = 0;
        try (Pipeline pipeline =
                MetadataGuaranteeTest.renditions(family.builder()).build()) {
            for (Map.Entry<String, Pair> entry : pairs.entrySet()) {
                Outcome outcome =
                        pipeline.process(Source.of(Bytes.wrap(entry.getValue().hiding())), Map.of());
                assertThat(outcome).as(entry.getKey()).isNotInstanceOf(Outcome.Failed.class);
                if (outcome instanceof Outcome.Completed done) {
                    completed++;
                    Outcome clean = pipeline.process(
                            Source.of(Bytes.wrap(entry.getValue().clean())), Map.of());
                    List<Rendition> expected = ((Outcome.Completed) clean).renditions();
                    for (int i = 0; i < expected.size(); i++) {
                        Rendition rendition = done.renditions().get(i);
                        if (!CanarySearch.in(rendition.bytes().toArray()).isEmpty()
                                || !isSame(rendition, expected.get(i))) {
                            left.add(rendition.name() + " of " + entry.getKey());
                        }
                    }
                } else {
                    System.out.println("refused (" + family + "): " + entry.getKey() + ": " + outcome);
                }
            }
        }
        assertThat(left).isEmpty();
        assertThat(completed).isGreaterThan(pairs.size() / 2);
    }

    private static boolean isSame(Rendition one, Rendition other) {
        return one.bytes().equals(other.bytes())
                || one.format() == Format.PNG && Arrays.equals(pixels(one.bytes()), pixels(other.bytes()));
    }

    private static int[] pixels(Bytes png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toArray()));
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
