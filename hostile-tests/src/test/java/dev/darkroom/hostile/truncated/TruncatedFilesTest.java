package dev.darkroom.hostile.truncated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codecs.rewrite.PortableRewriter;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.spi.codec.Rewriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/TRUNCATED-FILES.md, row by row, with both families of codecs. */
class TruncatedFilesTest {
    private static final Map<CodecFamily, Pipeline> PIPELINES = new EnumMap<>(CodecFamily.class);

    private static List<TruncatedFile> files() {
        return Stream.of(TruncatedJpegs.all(), TruncatedPngs.all(), TruncatedGifs.all(), TruncatedWebps.all())
                .flatMap(List::stream)
                .toList();
    }

    static Stream<TruncatedFile> refusedFiles() {
        return files().stream().filter(TruncatedFile::isRefused);
    }

    static Stream<Arguments> filesOfBothFamilies() {
        List<TruncatedFile> files = files();
        return Arrays.stream(CodecFamily.values())
                .flatMap(family -> files.stream().map(file -> Arguments.of(family, file)));
    }

    @AfterAll
    static void close() {
        PIPELINES.values().forEach(Pipeline::close);
        PIPELINES.clear();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("filesOfBothFamilies")
    void aFileThatEndsEarlyIsAcceptedOrRefusedAsTheTableSays(CodecFamily family, TruncatedFile row) {
        assumeTrue(family.absence().isEmpty(), () -> family.absence().orElse(""));
        assertThat(row.files()).isNotEmpty();
        for (byte[] file : row.files()) {
            Outcome outcome = process(family, file);
            if (row.isRefused()) {
                requireRefused(row, outcome, file.length);
            } else {
                requireAccepted(family, row, outcome);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void theRewriterAloneRefusesWhatTheTableRefuses(TruncatedFile row) {
        for (byte[] file : row.files()) {
            Bytes source = Bytes.wrap(file);
            Format format = Signature.of(source).orElseThrow();
            assertThatThrownBy(() -> new PortableRewriter().rewrite(format, source, Rewriter.Keep.NOTHING))
                    .as("%d bytes", file.length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    private static void requireRefused(TruncatedFile row, Outcome outcome, int length) {
        assertThat(outcome)
                .as("%d bytes", length)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.failure())
                                .isInstanceOf(Failure.Malformed.class)
                                .satisfies(
                                        failure -> assertThat(failure.message()).matches(row.refusal())));
    }

    private static void requireAccepted(CodecFamily family, TruncatedFile row, Outcome outcome) {
        Outcome.Completed completed = completed(outcome);
        assertThat(completed.warnings()).hasSize(row.warnings().size());
        for (int i = 0; i < row.warnings().size(); i++) {
            assertThat(completed.warnings().get(i)).matches(row.warnings().get(i));
        }
        Outcome.Completed whole = completed(process(family, row.whole()));
        assertThat(shown(completed)).as("what it shows").isEqualTo(shown(whole));
        Outcome.Completed copy = completed(process(family, copy(completed).toArray()));
        assertThat(copy.info().frames()).as("frames of the copy").isEqualTo(row.copiedFrames());
        assertThat(copy(copy)).as("the copy, rewritten again").isEqualTo(copy(completed));
        assertThat(shown(copy)).as("what the copy shows").isEqualTo(shown(completed));
    }

    private static Outcome.Completed completed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        return (Outcome.Completed) outcome;
    }

    private static Bytes shown(Outcome.Completed completed) {
        return rendition(completed, "shown");
    }

    private static Bytes copy(Outcome.Completed completed) {
        return rendition(completed, "copy");
    }

    private static Bytes rendition(Outcome.Completed completed, String name) {
        return completed.renditions().stream()
                .filter(rendition -> rendition.name().equals(name))
                .map(Rendition::bytes)
                .findFirst()
                .orElseThrow();
    }

    private static Outcome process(CodecFamily family, byte[] file) {
        return PIPELINES.computeIfAbsent(family, TruncatedFilesTest::pipeline).process(Source.of(file), Map.of());
    }

    private static Pipeline pipeline(CodecFamily family) {
        return family.builder()
                .variant(Variant.named("shown").limit(256).encode(Encoding.png()))
                .variant(Variant.rewritten("copy"))
                .build();
    }
}
