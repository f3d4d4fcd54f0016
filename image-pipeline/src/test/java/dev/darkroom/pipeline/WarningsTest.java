package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Variant;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Rewriter;
import dev.darkroom.testkit.FakeCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What decoders and rewriters warn of: in the outcome, and told to listeners, once each. */
class WarningsTest {
    private static final String CUT = "the end is missing";
    private static final String LEFT_OUT = "the copy lacks a frame";

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theOutcomeHasTheWarningsOfDecoderAndRewriterOnceEach() {
        PipelineBuilder builder = Pipeline.builder()
                .register(new WarningDecoders())
                .register(new WarningRewriter())
                .register(FakeCodec.rows())
                .encode(Encoding.png())
                .variant(Variant.named("small").limit(32))
                .variant(Variant.rewritten("copy"))
                .listen(event -> {
                    if (event instanceof PipelineListener.Warned warned) {
                        heard.add(warned.warning());
                    }
                });

        Outcome outcome = PipelineFixtures.process(builder, PipelineFixtures.PICTURE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Completed.class,
                        completed -> assertThat(completed.warnings()).containsExactly(CUT, LEFT_OUT));
        assertThat(heard).containsExactly(CUT, LEFT_OUT);
    }

    private static final class WarningRewriter implements Rewriter {
        @Override
        public String name() {
            return "warning-rewriter";
        }

        @Override
        public Set<Format> formats() {
            return Set.of(Format.PNG);
        }

        @Override
        public Bytes rewrite(Format format, Bytes source, Keep keep) {
            return source;
        }

        @Override
        public Bytes rewrite(Format format, Bytes source, Keep keep, Context context) {
            context.warn(CUT);
            context.warn(LEFT_OUT);
            return source;
        }
    }

    private static final class WarningDecoders implements DecoderProvider {
        @Override
        public String name() {
            return "warning-decoders";
        }

        @Override
        public Set<Format> formats() {
            return Set.of(Format.PNG);
        }

        @Override
        public Decoder open(Format format, Bytes source) throws ImageException {
            return new WarningDecoder(FakeCodec.rows().open(format, source));
        }
    }

    private record WarningDecoder(Decoder decoder) implements Decoder {
        @Override
        public ImageInfo info() {
            return decoder.info();
        }

        @Override
        public DecodeReport prepare(DecodeHint hint) throws ImageException {
            return decoder.prepare(hint);
        }

        @Override
        public void decode(BandSink sink, Memory memory) throws ImageException {
            decoder.decode(sink, memory);
        }

        @Override
        public List<String> warnings() {
            return List.of(CUT);
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
