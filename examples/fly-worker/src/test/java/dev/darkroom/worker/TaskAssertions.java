package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.LocalServices;
import dev.darkroom.world.PictureHeader;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import dev.darkroom.world.S3Object;
import dev.darkroom.world.StrictJson;
import dev.darkroom.world.WorkerProcess.ProcessResult;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Assertions that hold for every task. */
final class TaskAssertions {
    private TaskAssertions() {}

    /**
     * Asserts that there is exactly one success callback and that it matches the buckets and the CDN. Returns the asset that the ref names.
     */
    static RegisteredAsset success(WorkerFixture fixture, Map<String, String> env, ProcessResult ended) {
        LocalServices world = fixture.world;
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(world.cdn().complaints()).isEmpty();
        assertThat(world.orchestrator().taken()).hasSize(1);
        noSecrets(fixture, env, ended);
        return whole(fixture, env, world.orchestrator().taken().get(0));
    }

    /** Asserts that the success callback, the ref, the asset and the archived original match. */
    static RegisteredAsset whole(WorkerFixture fixture, Map<String, String> env, ReceivedCallback callback) {
        LocalServices world = fixture.world;
        String refKey = env.get("INPUT_R2_KEY") + ".ref.json";
        S3Object ref = world.staging().get(refKey).orElseThrow();
        Map<String, ?> data = StrictJson.object(text(ref));
        assertThat(callback.body().keySet())
                .containsExactlyInAnyOrder(
                        "task_id",
                        "batch_id",
                        "status",
                        "ref_json_r2_key",
                        "ref_data",
                        "archive_r2_key",
                        "performance");
        assertThat(callback.status()).isEqualTo("success");
        assertThat(callback.text("task_id")).isEqualTo(env.get("TASK_ID"));
        assertThat(callback.text("batch_id")).isEqualTo(env.get("BATCH_ID"));
        assertThat(callback.text("ref_json_r2_key")).isEqualTo(refKey);
        assertThat(callback.object("ref_data")).isEqualTo(data);
        assertThat(callback.object("performance").keySet())
                .containsExactlyInAnyOrder(
                        "total_time_ms", "download_time_ms", "resize_time_ms", "cdn_upload_time_ms", "archive_time_ms");
        assertThat(callback.object("performance").values())
                .allSatisfy(time -> assertThat(time).isInstanceOf(Long.class));
        archived(fixture, env, callback.text("archive_r2_key"));
        String url = String.valueOf(data.get("url"));
        return world.cdn().asset(url.substring(url.lastIndexOf('/') + 1)).orElseThrow();
    }

    private static void archived(WorkerFixture fixture, Map<String, String> env, String key) {
        S3Object original = fixture.world.archive().get(key).orElseThrow();
        fixture.world
                .staging()
                .get(env.get("INPUT_R2_KEY"))
                .ifPresent(staged -> assertThat(original.bytes()).isEqualTo(staged.bytes()));
    }

    /** Asserts that there is one error callback, no ref and exit status 1. Returns the error. */
    static String error(WorkerFixture fixture, Map<String, String> env, ProcessResult ended) {
        assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
        noSecrets(fixture, env, ended);
        return error(fixture, env);
    }

    /** Asserts that there is one error callback and no ref. Returns the error. */
    static String error(WorkerFixture fixture, Map<String, String> env) {
        List<ReceivedCallback> taken = fixture.world.orchestrator().taken();
        assertThat(taken).hasSize(1);
        ReceivedCallback callback = taken.get(0);
        assertThat(callback.body().keySet()).containsExactlyInAnyOrder("task_id", "batch_id", "status", "error");
        assertThat(callback.status()).isEqualTo("error");
        assertThat(callback.text("task_id")).isEqualTo(env.getOrDefault("TASK_ID", ""));
        assertThat(fixture.world.staging().get(env.get("INPUT_R2_KEY") + ".ref.json"))
                .isEmpty();
        return callback.error();
    }

    static void noSecrets(WorkerFixture fixture, Map<String, String> env, ProcessResult ended) {
        for (String name : List.of("R2_SECRET_ACCESS_KEY", "R2_ACCESS_KEY_ID", "CALLBACK_SECRET")) {
            String secret = env.getOrDefault(name, "");
            if (!secret.isEmpty()) {
                assertThat(ended.out() + ended.err()).doesNotContain(secret);
                assertThat(fixture.world.orchestrator().attempts())
                        .allSatisfy(callback -> assertThat(callback.raw()).doesNotContain(secret));
            }
        }
    }

    /** The pixel size of a variant after its orientation is applied, as {@code "400x300"}. */
    static String size(RegisteredAsset asset, String variant) {
        PictureHeader picture =
                PictureHeader.of(asset.variant(variant).orElseThrow().bytes()).orElseThrow();
        return picture.displayedWidth() + "x" + picture.displayedHeight();
    }

    /** Asserts that the stored pixels show the quadrants upright. */
    static void quadrants(RegisteredAsset.Variant variant, int tolerance) {
        BufferedImage picture = QuadrantPictures.decoded(variant.bytes());
        int right = picture.getWidth() * 3 / 4;
        int low = picture.getHeight() * 3 / 4;
        near(picture.getRGB(picture.getWidth() / 4, picture.getHeight() / 4), QuadrantPictures.RED, tolerance);
        near(picture.getRGB(right, picture.getHeight() / 4), QuadrantPictures.GREEN, tolerance);
        near(picture.getRGB(picture.getWidth() / 4, low), QuadrantPictures.BLUE, tolerance);
        near(picture.getRGB(right, low), QuadrantPictures.YELLOW, tolerance);
    }

    static void near(int actual, int expected, int tolerance) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(actual >> shift & 0xFF)
                    .as("%06x against %06x", actual & 0xFFFFFF, expected)
                    .isBetween((expected >> shift & 0xFF) - tolerance, (expected >> shift & 0xFF) + tolerance);
        }
    }

    static String text(S3Object object) {
        return new String(object.bytes(), StandardCharsets.UTF_8);
    }
}
