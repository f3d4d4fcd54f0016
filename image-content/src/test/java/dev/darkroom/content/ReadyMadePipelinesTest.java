package dev.darkroom.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Placeholder;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Size;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.FakeSvg;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.pipeline.PipelineFixtures;
import dev.darkroom.pipeline.store.MemoryStore;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.FakeCodec;
import dev.darkroom.testkit.FakePicture;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ready-made pipelines with the portable codecs. */
class ReadyMadePipelinesTest {
    private static final Map<String, String> ATTRIBUTES = Map.of("creatorId", "c1", "contentId", "42");

    private final MemoryStore store = MemoryStore.create();

    @Test
    void aPhotoGetsThreeThumbnailsUnderTheFixedLayout() throws ImageException {
        Contents contents = ContentThumbnails.in(store).urls("/media/");
        Bytes photo = encoded(new Size(2400, 1600), Layout.RGB, Encoding.jpeg());
        Outcome.Completed completed = completed(ContentThumbnails.pipeline().store(contents), photo);

        assertThat(completed.renditions())
                .extracting(Rendition::name, Rendition::size)
                .containsExactly(
                        tuple("sm", new Size(400, 267)),
                        tuple("md", new Size(800, 533)),
                        tuple("lg", new Size(1620, 1080)));
        for (Rendition rendition : completed.renditions()) {
            String key = "c1/content-thumbnails/42/" + rendition.name() + ".webp";
            assertThat(store.get(key, Limits.MIB).orElseThrow().content()).isEqualTo(rendition.bytes());
        }
        Manifest manifest = contents.read(ATTRIBUTES).orElseThrow();
        assertThat(manifest.variants())
                .allSatisfy(entry -> assertThat(entry.contentType()).isEqualTo("image/webp"))
                .extracting(Entry::width)
                .containsExactly(400, 800, 1620);
        assertThat(manifest.placeholder()).map(Placeholder::thumbHash).isPresent();
        assertThat(manifest.picture("a photo", "100vw")).contains("1620w", "width=\"1620\" height=\"1080\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP"})
    void aSmallPictureGetsAllNamesAtItsOwnSizeEncodedOnce(Format format) throws ImageException {
        Encoding encoding = Encoding.parse(format.title().toLowerCase(Locale.ROOT));
        Contents contents = ContentThumbnails.in(store);
        Outcome.Completed completed = completed(
                ContentThumbnails.pipeline().store(contents), encoded(new Size(300, 200), Layout.RGB, encoding));

        List<Rendition> renditions = completed.renditions();
        assertThat(renditions).extracting(Rendition::name).containsExactly("sm", "md", "lg");
        assertThat(renditions).extracting(Rendition::size).containsOnly(new Size(300, 200));
        assertThat(renditions.get(1).bytes()).isSameAs(renditions.get(0).bytes());
        assertThat(renditions.get(2).bytes()).isSameAs(renditions.get(0).bytes());
        assertThat(contents.read(ATTRIBUTES).orElseThrow().srcset()).endsWith("/sm.webp 300w");
    }

    @Test
    void avatarsAreSquaresAndNeverEnlarged() throws ImageException {
        PipelineBuilder avatars = Avatars.pipeline().store(Avatars.in(store));
        assertThat(sides(completed(avatars, encoded(new Size(1000, 600), Layout.RGB, Encoding.jpeg()))))
                .containsExactly(64, 128, 256, 512);
        assertThat(sides(completed(avatars, encoded(new Size(100, 80), Layout.RGB, Encoding.jpeg()))))
                .containsExactly(64, 80, 80, 80);
        assertThat(store.head("c1/avatars/42/512.webp")).isPresent();
    }

    private static List<Integer> sides(Outcome.Completed completed) {
        assertThat(completed.renditions())
                .allSatisfy(rendition -> assertThat(rendition.size().width())
                        .isEqualTo(rendition.size().height()));
        return completed.renditions().stream()
                .map(rendition -> rendition.size().width())
                .toList();
    }

    @Test
    void aRasterLogoKeepsItsTransparencyAndHasNoOriginal() throws ImageException {
        Outcome.Completed completed = completed(
                Logos.pipeline().store(Logos.in(store)),
                encoded(new Size(900, 300), Layout.RGBA, Encoding.webp().lossless(true)));
        assertThat(completed.renditions()).extracting(Rendition::name).containsExactly("sm", "md", "lg");
        for (Rendition rendition : completed.renditions()) {
            assertThat(info(rendition.bytes()).alpha()).as(rendition.name()).isTrue();
        }
    }

    @Test
    void anSvgLogoIsStoredCleanedBesideItsRasterFallbacks() throws ImageException {
        Contents contents = Logos.in(store).urls("/media/");
        PipelineBuilder logos = Logos.pipeline().register(new FakeSvg()).store(contents);
        completed(logos, FakeSvg.UPLOAD);

        Manifest manifest = contents.read(ATTRIBUTES).orElseThrow();
        assertThat(manifest.variants()).extracting(Entry::name).containsExactly("original", "sm", "md", "lg");
        assertThat(manifest.variants().get(0).contentType()).isEqualTo("image/svg+xml");
        assertThat(store.get("c1/logos/42/original.svg", 1000).orElseThrow().content())
                .isEqualTo(FakeSvg.CLEAN);
        assertThat(info(store.get("c1/logos/42/lg.webp", Limits.MIB)
                                .orElseThrow()
                                .content())
                        .alpha())
                .isTrue();
        assertThat(manifest.placeholder()).map(Placeholder::dominantHex).contains("#f80808");
        assertThat(manifest.picture("", "100vw").indexOf("original.svg"))
                .isLessThan(manifest.picture("", "100vw").indexOf("sm.webp"));

        completed(logos, encoded(new Size(900, 300), Layout.RGB, Encoding.png()));
        assertThat(store.head("c1/logos/42/original.svg")).isEmpty();
    }

    @Test
    void anSvgIsForLogosOnly() {
        for (PipelineBuilder other : List.of(ContentThumbnails.pipeline(), Avatars.pipeline())) {
            assertThat(PipelineFixtures.rejected(process(other.register(new FakeSvg()), FakeSvg.UPLOAD))
                            .failure())
                    .isInstanceOf(Failure.Disallowed.class);
        }
    }

    @Test
    void fiveMebibytesAreEnough() {
        for (PipelineBuilder each : List.of(ContentThumbnails.pipeline(), Avatars.pipeline(), Logos.pipeline())) {
            assertThat(PipelineFixtures.rejected(process(each, Bytes.wrap(new byte[5 << 20])))
                            .failure())
                    .isInstanceOf(Failure.Unrecognized.class);
            assertThat(PipelineFixtures.rejected(process(each, Bytes.wrap(new byte[(5 << 20) + 1])))
                            .failure())
                    .isInstanceOf(Failure.OverLimit.class);
        }
    }

    @Test
    void aLostRaceFailsTheJobAsAConflict() {
        PipelineBuilder lost = PipelineFixtures.builder().store(PipelineFixtures.publisher("store", false, delivery -> {
            throw ImageException.conflict("somebody else was faster");
        }));
        assertThat(PipelineFixtures.process(lost, PipelineFixtures.PICTURE))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.failure()).isInstanceOf(Failure.Conflict.class);
                    assertThat(failed.failure().retryable()).isTrue();
                });
    }

    private static Outcome process(PipelineBuilder builder, Bytes upload) {
        try (Pipeline pipeline = builder.build()) {
            return pipeline.process(Source.of(upload), ATTRIBUTES);
        }
    }

    private static Outcome.Completed completed(PipelineBuilder builder, Bytes upload) {
        Outcome outcome = process(builder, upload);
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        return (Outcome.Completed) outcome;
    }

    private static ImageInfo info(Bytes picture) throws ImageException {
        try (Pipeline pipeline = ContentThumbnails.pipeline().build()) {
            return pipeline.plan(Source.of(picture)).info();
        }
    }

    /** An encoded file of a painted picture. */
    private static Bytes encoded(Size size, Layout layout, Encoding encoding) {
        FakePicture painted = FakePicture.of(
                Format.JPEG,
                size,
                layout,
                Orientation.NORMAL,
                (x, y, plane, channel) -> channel == 3 ? (x < 50 ? 0 : 255) : x / 10 + y / 5 + 40 * channel);
        DecoderProvider decoder = new DecoderProvider() {
            @Override
            public String name() {
                return "painted";
            }

            @Override
            public Set<Format> formats() {
                return Set.of(Format.JPEG);
            }

            @Override
            public Decoder open(Format format, Bytes source) throws ImageException {
                return FakeCodec.planar().open(format, source);
            }
        };
        PipelineBuilder builder = Pipeline.builder()
                .register(decoder)
                .variant(Variant.named("it"))
                .encode(encoding);
        return completed(builder, painted.toBytes()).renditions().get(0).bytes();
    }
}
