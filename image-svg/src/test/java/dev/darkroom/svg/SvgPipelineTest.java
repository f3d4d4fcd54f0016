package dev.darkroom.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests SVG in a whole pipeline, for settings that accept SVG and that do not. */
class SvgPipelineTest {
    private static final String LOGO =
            "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='300' onload='alert(1)'><script>alert(1)</script>"
                    + "<circle cx='300' cy='150' r='100' fill='teal'/></svg>";

    private static final PipelineBuilder LOGOS = Pipeline.builder()
            .variant(Variant.rewritten("logo"))
            .variant(Variant.named("sm").width(200).encode(Encoding.png()))
            .variant(Variant.named("lg").width(900).encode(Encoding.webp()));

    @Test
    void anSvgIsNotAcceptedUnlessAskedFor() {
        Outcome outcome = process(LOGOS, LOGO);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.failure()).isInstanceOf(Failure.Disallowed.class));
    }

    @Test
    void anAcceptedSvgIsCleanedAndDrawn() {
        Outcome outcome = process(LOGOS.accept(Format.SVG), LOGO);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Completed.class, completed -> {
            List<Rendition> renditions = completed.renditions();
            assertThat(renditions).extracting(Rendition::format).containsExactly(Format.SVG, Format.PNG, Format.WEBP);
            assertThat(renditions)
                    .extracting(r -> r.size().toString())
                    .containsExactly("600x300", "200x100", "600x300");
            assertThat(ActiveContent.in(renditions.get(0).bytes().toArray())).isEmpty();
        });
    }

    @Test
    void whatIsNoSvgIsRejectedWithTheReason() {
        Outcome outcome = process(LOGOS.accept(Format.SVG), "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.failure().message()).contains("not well-formed XML at line 1"));
    }

    @Test
    void aPictureTooLargeIsRejectedBeforeAnythingIsDrawn() {
        Outcome outcome = process(LOGOS.accept(Format.SVG), "<svg viewBox='0 0 1e308 1e308'/>");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.failure()).isInstanceOf(Failure.OverLimit.class));
    }

    private static Outcome process(PipelineBuilder builder, String svg) {
        try (Pipeline pipeline = builder.build()) {
            return pipeline.process(Source.of(svg.getBytes(StandardCharsets.UTF_8)), Map.of());
        }
    }
}
