package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.LocalServices;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import dev.darkroom.world.S3Object;
import dev.darkroom.world.StrictJson;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.http.HeldRequest;
import dev.darkroom.world.http.RequestMatcher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that the original is archived under its file name. */
class ArchiveIT {
    private static final byte[] ONE = QuadrantPictures.jpeg(300, 200);
    private static final byte[] OTHER = QuadrantPictures.jpeg(200, 300);

    @Test
    void theArchivedOriginalSaysWhereItCameFrom() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(ONE, "image/jpeg");
            env.put("INPUT_CID", "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi");
            RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(asset.cid()).contains(env.get("INPUT_CID"));
            S3Object original = fixture.world.archive().get("sunset.jpg").orElseThrow();
            assertThat(original.bytes()).isEqualTo(ONE);
            assertThat(original.contentType()).isEqualTo("image/jpeg");
            assertThat(original.metadata("original-r2-key")).contains(WorkerFixture.KEY);
            assertThat(original.metadata("batch-id")).contains(env.get("BATCH_ID"));
            assertThat(original.metadata("task-id")).contains(env.get("TASK_ID"));
            assertThat(original.metadata("ipfs-cid")).contains(env.get("INPUT_CID"));
            S3Object ref = fixture.world.staging().get(WorkerFixture.REF).orElseThrow();
            assertThat(ref.contentType()).isEqualTo("application/json");
            assertThat(TaskAssertions.text(ref))
                    .isEqualTo(
                            "{\n  \"url\": \"%s\",\n  \"ipfs_cid\": \"%s\",\n  \"type\": \"image/jpeg\",\n  \"size\": %d,\n  \"filename\": \"sunset.jpg\"\n}"
                                    .formatted(fixture.world.cdn().url(asset.id()), env.get("INPUT_CID"), ONE.length));
        }
    }

    @Test
    void withoutACidThereIsNoneAnywhere() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(ONE, "image/jpeg");
            assertThat(TaskAssertions.success(fixture, env, fixture.run(env)).cid())
                    .isEmpty();
            assertThat(fixture.world.archive().head("sunset.jpg").orElseThrow().metadata("ipfs-cid"))
                    .isEmpty();
            assertThat(TaskAssertions.text(
                            fixture.world.staging().get(WorkerFixture.REF).orElseThrow()))
                    .doesNotContain("cid");
            assertThat(fixture.world.orchestrator().taken().get(0).raw()).doesNotContain("cid");
        }
    }

    @Test
    void namesAndCidsOutsideAsciiArriveWhole() throws Exception {
        String name = "Größe – 夕日 🌅.jpg";
        String cid = "naïve-céd";
        for (String locale : new String[] {"C.UTF-8", "POSIX"}) {
            try (WorkerFixture fixture = WorkerFixture.set()) {
                Map<String, String> env = fixture.world.upload("staging/ä/" + name, ONE, "image/jpeg");
                env.put("INPUT_CID", cid);
                env.put("TASK_ID", "task-ü");
                env.put("LC_ALL", locale);
                RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
                assertThat(asset.fileName()).isEqualTo(name);
                assertThat(asset.cid()).contains(cid);
                assertThat(fixture.world.archive().keys()).containsExactly(name);
                S3Object original = fixture.world.archive().head(name).orElseThrow();
                assertThat(original.metadata("ipfs-cid")).hasValueSatisfying(sent -> {
                    assertThat(sent).startsWith("=?UTF-8?B?");
                    assertThat(decoded(sent)).isEqualTo(cid);
                });
                assertThat(decoded(original.metadata("original-r2-key").orElseThrow()))
                        .isEqualTo("staging/ä/" + name);
                String ref = TaskAssertions.text(fixture.world
                        .staging()
                        .get("staging/ä/" + name + ".ref.json")
                        .orElseThrow());
                assertThat(StrictJson.object(ref))
                        .containsEntry("filename", name)
                        .containsEntry("ipfs_cid", cid);
                assertThat(fixture.world.orchestrator().taken().get(0).idempotencyKey())
                        .isEqualTo(sha256("task-ü".getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void aWrongSizeIsLoggedAndTheRefSaysWhatWasAnnounced() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(ONE, "image/jpeg");
            env.put("INPUT_FILE_SIZE", "77");
            var ended = fixture.run(env);
            TaskAssertions.success(fixture, env, ended);
            assertThat(ended.err()).contains("size was announced as 77 bytes and is " + ONE.length + " bytes");
            assertThat(StrictJson.object(TaskAssertions.text(
                            fixture.world.staging().get(WorkerFixture.REF).orElseThrow())))
                    .containsEntry("size", 77L);
        }
    }

    @Test
    void otherBytesOfTheSameNameGetASuffix() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            fixture.world.archive().put("sunset.jpg", OTHER, "image/jpeg");
            Map<String, String> env = fixture.upload(ONE, "image/jpeg");
            TaskAssertions.success(fixture, env, fixture.run(env));
            String key = fixture.world.orchestrator().taken().get(0).text("archive_r2_key");
            assertThat(key).isEqualTo("sunset-" + sha256(ONE).substring(0, 8) + ".jpg");
            assertThat(fixture.world.archive().keys()).containsExactlyInAnyOrder("sunset.jpg", key);
            assertThat(fixture.world.archive().get("sunset.jpg").orElseThrow().bytes())
                    .isEqualTo(OTHER);
        }
    }

    @Test
    void theSameBytesOfTheSameNameAreKeptOnceAsTheFirstLeftThem() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            fixture.world.archive().put("sunset.jpg", ONE, "image/jpeg", Map.of("x-amz-meta-task-id", "the-first"));
            Map<String, String> env = fixture.upload(ONE, "image/jpeg");
            TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(fixture.world.archive().keys()).containsExactly("sunset.jpg");
            assertThat(fixture.world.archive().head("sunset.jpg").orElseThrow().metadata("task-id"))
                    .contains("the-first");
        }
    }

    @Test
    void collisionFailFails() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            fixture.world.archive().put("sunset.jpg", OTHER, "image/jpeg");
            Map<String, String> env = fixture.upload(ONE, "image/jpeg");
            env.put("ARCHIVE_COLLISION", "fail");
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env))).startsWith("Failed to archive image: ");
            assertThat(fixture.world.archive().get("sunset.jpg").orElseThrow().bytes())
                    .isEqualTo(OTHER);
        }
    }

    @Test
    void collisionOverwriteOverwrites() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            fixture.world.archive().put("sunset.jpg", OTHER, "image/jpeg");
            Map<String, String> env = fixture.upload(ONE, "image/jpeg");
            env.put("ARCHIVE_COLLISION", "overwrite");
            TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(fixture.world.archive().keys()).containsExactly("sunset.jpg");
        }
    }

    /** Two tasks with the same file name and different pictures reach their archive write at the same time. */
    @Test
    void twoAtOnceKeepBothOriginals() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            LocalServices world = fixture.world;
            Map<String, String> one = world.upload("staging/a/sunset.jpg", ONE, "image/jpeg");
            Map<String, String> other = world.upload("staging/b/sunset.jpg", OTHER, "image/jpeg");
            other.put("TASK_ID", "the-other");
            RequestMatcher archiving =
                    RequestMatcher.exactly("PUT", world.archive().path("sunset.jpg"));
            HeldRequest first = world.link().script().holdBefore(archiving, 1);
            HeldRequest second = world.link().script().holdBefore(archiving, 2);
            WorkerProcess worker = fixture.start(one);
            WorkerProcess competitor = fixture.start(other);
            first.awaitReached(WorkerFixture.LIMIT);
            second.awaitReached(WorkerFixture.LIMIT);
            first.open();
            second.open();
            assertThat(worker.await(WorkerFixture.LIMIT).exit()).isZero();
            assertThat(competitor.await(WorkerFixture.LIMIT).exit()).isZero();
            List<ReceivedCallback> taken = world.orchestrator().taken();
            assertThat(taken).hasSize(2);
            for (ReceivedCallback callback : taken) {
                boolean isOther = callback.text("task_id").equals("the-other");
                TaskAssertions.whole(fixture, isOther ? other : one, callback);
            }
            assertThat(taken)
                    .extracting(callback -> callback.text("archive_r2_key"))
                    .doesNotHaveDuplicates();
            assertThat(world.archive().keys()).hasSize(2).contains("sunset.jpg");
        }
    }

    private static String decoded(String header) {
        StringBuilder text = new StringBuilder();
        Matcher words = Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=").matcher(header);
        while (words.find()) {
            text.append(new String(Base64.getDecoder().decode(words.group(1)), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
