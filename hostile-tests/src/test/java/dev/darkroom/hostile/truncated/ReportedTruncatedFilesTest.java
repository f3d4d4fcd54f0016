package dev.darkroom.hostile.truncated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Truncated files that users reported, where they are there: in {@code shared/reports} at or above the working directory. */
class ReportedTruncatedFilesTest {
    private static final byte[] EOI = {(byte) 0xFF, (byte) 0xD9};

    @ParameterizedTest
    @EnumSource(CodecFamily.class)
    void aJpegThatLacksOnlyEoiShowsTheSameAsWithEoi(CodecFamily family) throws IOException {
        byte[] file = reported("j_noeoi.jpg");
        Outcome.Completed completed = completed(family, file);
        assertThat(completed.warnings()).singleElement().asString().contains("without its end-of-image marker");
        assertThat(shown(completed)).isEqualTo(shown(completed(family, ByteWriter.join(file, EOI))));
    }

    @ParameterizedTest
    @EnumSource(CodecFamily.class)
    void anAnimationWhoseLastFrameIsCutOffGivesItsFirstFrameAndSaysSo(CodecFamily family) throws IOException {
        Outcome.Completed completed = completed(family, reported("g_trunc_last.gif"));
        assertThat(completed.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("is cut off"))
                .anySatisfy(warning -> assertThat(warning).startsWith("the rewritten GIF ends with frame"));
        Outcome.Completed copy =
                completed(family, completed.renditions().get(1).bytes().toArray());
        assertThat(copy.warnings()).isEmpty();
        assertThat(copy.info().frames()).isEqualTo(completed.info().frames());
        assertThat(shown(copy)).isEqualTo(shown(completed));
    }

    private static Outcome.Completed completed(CodecFamily family, byte[] file) {
        assumeTrue(family.absence().isEmpty(), () -> family.absence().orElse(""));
        try (Pipeline pipeline = family.builder()
                .variant(Variant.named("shown").limit(256).encode(Encoding.png()))
                .variant(Variant.rewritten("copy"))
                .build()) {
            Outcome outcome = pipeline.process(Source.of(file), Map.of());
            assertThat(outcome).isInstanceOf(Outcome.Completed.class);
            return (Outcome.Completed) outcome;
        }
    }

    private static Bytes shown(Outcome.Completed completed) {
        return completed.renditions().get(0).bytes();
    }

    private static byte[] reported(String name) throws IOException {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path file = up.resolve("shared/reports").resolve(name);
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
        }
        System.out.println("skipped: there is no shared/reports/" + name);
        assumeTrue(false, "not applicable: there is no shared/reports/" + name);
        throw new AssertionError();
    }
}
