package dev.darkroom.hostile.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.metadata.scan.MetadataFinding;
import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.testkit.Corpus;
import dev.darkroom.testkit.CorpusFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that no metadata of cameras, phones and programs is left in the pictures of the corpus. */
class CorpusMetadataTest {
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "webp");

    @ParameterizedTest
    @MethodSource("dev.darkroom.hostile.CodecFamily#present")
    void nothingPrivateLeavesWithAnyPictureOfTheCorpus(CodecFamily family) {
        assumeTrue(
                Corpus.find().isPresent(),
                "not applicable: there is no folder of real pictures (-Ddarkroom.corpus=DIR)");
        Corpus corpus = Corpus.find().orElseThrow();
        Map<Kind, Integer> came = new EnumMap<>(Kind.class);
        List<String> left = new ArrayList<>();
        int completed = 0;
        try (Pipeline pipeline = family.builder()
                .variant(Variant.rewritten("original"))
                .variant(Variant.named("jpeg").limit(300).encode(Encoding.jpeg()))
                .variant(Variant.named("png").limit(100).encode(Encoding.png()))
                .variant(Variant.named("webp").limit(200).encode(Encoding.webp().effort(0)))
                .build()) {
            for (CorpusFile file : corpus.files()) {
                if (!FORMATS.contains(file.format())) {
                    continue;
                }
                byte[] upload = corpus.read(file);
                Outcome outcome = pipeline.process(Source.of(Bytes.wrap(upload)), Map.of());
                if (outcome instanceof Outcome.Completed done) {
                    completed++;
                    kinds(upload).forEach(kind -> came.merge(kind, 1, Integer::sum));
                    for (Rendition rendition : done.renditions()) {
                        PictureMetadataScanner.of(rendition.bytes().toArray())
                                .forEach(trace -> left.add(rendition.name() + " of " + file.path() + ": " + trace));
                    }
                }
            }
        }
        System.out.println("metadata of the corpus: of " + completed + " pictures (" + family + ") these came with "
                + came + ", and left with " + left);
        assertThat(left).isEmpty();
        assertThat(came)
                .containsKeys(Kind.GPS, Kind.SERIAL_NUMBER, Kind.MAKER_NOTE, Kind.XMP, Kind.IPTC, Kind.THUMBNAIL);
    }

    private static Set<Kind> kinds(byte[] upload) {
        return PictureMetadataScanner.of(upload).stream()
                .map(MetadataFinding::kind)
                .collect(Collectors.toSet());
    }
}
