package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.PictureHeader;
import dev.darkroom.world.RegisteredAsset;
import dev.darkroom.world.StrictJson;
import dev.darkroom.world.WorkerProcess.ProcessResult;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsIT {
    @Test
    void pngStaysPng() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(QuadrantPictures.png(1000, 700), "image/png");
            RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(asset.names()).containsExactly("thumb", "original");
            assertThat(asset.variants()).allSatisfy(variant -> {
                assertThat(variant.contentType()).isEqualTo("image/png");
                TaskAssertions.quadrants(variant, 2);
            });
        }
    }

    @Test
    void lossyWebpStaysLossyAndLosslessStaysLossless() throws Exception {
        for (boolean lossless : new boolean[] {false, true}) {
            try (WorkerFixture fixture = WorkerFixture.set()) {
                Map<String, String> env = fixture.upload(QuadrantPictures.webp(900, 600, lossless), "image/webp");
                RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
                assertThat(asset.names()).containsExactly("thumb", "original");
                assertThat(asset.variants()).allSatisfy(variant -> {
                    assertThat(variant.contentType()).isEqualTo("image/webp");
                    assertThat(bitstream(variant)).isEqualTo(lossless ? "VP8L" : "VP8 ");
                    TaskAssertions.quadrants(variant, lossless ? 2 : 14);
                });
            }
        }
    }

    @Test
    void gifBecomesPngOfItsFirstFrameAndTheOriginalKeepsAllFrames() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            byte[] gif = QuadrantPictures.animatedGif(640, 480);
            Map<String, String> env = fixture.upload(gif, "image/gif");
            RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(asset.names()).containsExactly("thumb", "original");
            RegisteredAsset.Variant thumb = asset.variant("thumb").orElseThrow();
            RegisteredAsset.Variant original = asset.variant("original").orElseThrow();
            assertThat(thumb.contentType()).isEqualTo("image/png");
            assertThat(TaskAssertions.size(asset, "thumb")).isEqualTo("400x300");
            TaskAssertions.quadrants(thumb, 2);
            assertThat(original.contentType()).isEqualTo("image/gif");
            assertThat(QuadrantPictures.frames(original.bytes())).isEqualTo(2);
        }
    }

    /** The photograph is stored rotated, in Display P3, with GPS data and a serial number. */
    @Test
    void aPhotographComesOutUprightInSrgbAndWithoutWhatItTells() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            byte[] photo = GeneratedPhoto.jpeg(900, 1200);
            Map<String, String> env = fixture.upload(photo, "image/jpeg");
            RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(asset.names()).containsExactly("thumb", "original");
            assertThat(TaskAssertions.size(asset, "thumb")).isEqualTo("300x400");
            assertThat(TaskAssertions.size(asset, "original")).isEqualTo("900x1200");
            RegisteredAsset.Variant thumb = asset.variant("thumb").orElseThrow();
            assertThat(PictureHeader.of(thumb.bytes()).orElseThrow().orientation())
                    .isEqualTo(1);
            assertThat(text(thumb.bytes())).doesNotContain("Exif").doesNotContain("ICC_PROFILE");
            RegisteredAsset.Variant original = asset.variant("original").orElseThrow();
            assertThat(text(original.bytes())).contains("ICC_PROFILE");
            assertThat(GpsFinder.hasGps(photo)).isTrue();
            assertThat(GpsFinder.hasGps(original.bytes())).isFalse();
            skyAboveGround(QuadrantPictures.decoded(thumb.bytes()));
        }
    }

    @Test
    void theBytesDecideWhateverTypeWasAnnounced() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(QuadrantPictures.png(500, 400), "image/jpeg");
            ProcessResult ended = fixture.run(env);
            RegisteredAsset asset = TaskAssertions.success(fixture, env, ended);
            assertThat(asset.contentType()).isEqualTo("image/png");
            assertThat(asset.variants())
                    .allMatch(variant -> variant.contentType().equals("image/png"));
            assertThat(fixture.world.archive().keys()).containsExactly("sunset.jpg");
            assertThat(fixture.world.archive().head("sunset.jpg").orElseThrow().contentType())
                    .isEqualTo("image/png");
            String ref = TaskAssertions.text(
                    fixture.world.staging().get(WorkerFixture.REF).orElseThrow());
            assertThat(StrictJson.object(ref))
                    .containsEntry("type", "image/png")
                    .containsEntry("filename", "sunset.jpg");
            assertThat(ended.err()).contains("content type was announced as image/jpeg and is image/png");
        }
    }

    @Test
    void outputFormatAndQualityAreKeptButTheOriginalStaysItself() throws Exception {
        int[] bytes = new int[2];
        int[] qualities = {20, 95};
        for (int i = 0; i < 2; i++) {
            try (WorkerFixture fixture = WorkerFixture.set()) {
                Map<String, String> env = fixture.upload(GeneratedPhoto.jpeg(600, 800), "image/jpeg");
                env.put("OUTPUT_FORMAT", "webp");
                env.put("QUALITY", Integer.toString(qualities[i]));
                RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
                RegisteredAsset.Variant thumb = asset.variant("thumb").orElseThrow();
                assertThat(thumb.contentType()).isEqualTo("image/webp");
                assertThat(asset.variant("original").orElseThrow().contentType())
                        .isEqualTo("image/jpeg");
                bytes[i] = thumb.bytes().length;
            }
        }
        assertThat(bytes[1]).isGreaterThan(2 * bytes[0]);
    }

    @Test
    void everyOutputFormatIsMade() throws Exception {
        for (String format : new String[] {"jpeg", "png"}) {
            try (WorkerFixture fixture = WorkerFixture.set()) {
                Map<String, String> env = fixture.upload(QuadrantPictures.webp(700, 500, false), "image/webp");
                env.put("OUTPUT_FORMAT", format);
                RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
                assertThat(asset.variant("thumb").orElseThrow().contentType()).isEqualTo("image/" + format);
                assertThat(asset.variant("original").orElseThrow().contentType())
                        .isEqualTo("image/webp");
            }
        }
    }

    /** Asserts that the sky at the top is blue and brighter than the ground. */
    private static void skyAboveGround(BufferedImage picture) {
        int sky = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 20);
        int ground = picture.getRGB(picture.getWidth() / 2, picture.getHeight() * 19 / 20);
        assertThat(light(sky)).isGreaterThan(light(ground));
    }

    private static int light(int rgb) {
        return (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
    }

    private static String bitstream(RegisteredAsset.Variant webp) {
        String text = text(webp.bytes());
        return text.substring(text.startsWith("VP8X", 12) ? text.indexOf("VP8", 30) : 12)
                .substring(0, 4);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
