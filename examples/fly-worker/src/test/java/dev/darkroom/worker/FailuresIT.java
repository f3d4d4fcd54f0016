package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.Cdn;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import dev.darkroom.world.WorkerProcess.ProcessResult;
import dev.darkroom.world.http.Fault;
import dev.darkroom.world.http.Reply;
import dev.darkroom.world.http.Request;
import dev.darkroom.world.http.RequestMatcher;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests with services that fail temporarily or permanently. */
class FailuresIT {
    private static final int TIMES = 3;

    private static RequestMatcher download(WorkerFixture fixture) {
        return RequestMatcher.exactly("GET", fixture.world.staging().path(WorkerFixture.KEY));
    }

    private static RequestMatcher archiving(WorkerFixture fixture) {
        return RequestMatcher.under("PUT", fixture.world.archive().path(""));
    }

    @Test
    void anUploadThatIsNotThereIsAFailedDownload() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.world.environmentFor(WorkerFixture.KEY, 1000, "image/jpeg");
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env)))
                    .isEqualTo("Failed to download image: there is no such object");
        }
    }

    @Test
    void aStoreThatStaysDownIsAFailedDownload() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.link().script().failAlways(download(fixture), Fault.answer(Reply.s3Error(503, "SlowDown")));
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env)))
                    .startsWith("Failed to download image: ")
                    .contains("503")
                    .doesNotContain("injected fault");
        }
    }

    @Test
    void aStoreThatFailsForAWhileIsWaitedFor() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world
                    .link()
                    .script()
                    .fail(RequestMatcher.any(), TIMES, Fault.answer(Reply.s3Error(503, "SlowDown")));
            fixture.world.link().script().fail(archiving(fixture), 1, Fault.RESET);
            fixture.world.cdn().script().fail(RequestMatcher.method("POST"), TIMES, Fault.status(503));
            fixture.world.orchestrator().script().fail(RequestMatcher.any(), 2, Fault.status(429));
            TaskAssertions.success(fixture, env, fixture.run(env));
        }
    }

    @Test
    void aTruncatedDownloadIsFetchedAgainAndArchivedWhole() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(QuadrantPictures.jpeg(1500, 1000), "image/jpeg");
            fixture.world.link().script().fail(download(fixture), 2, Fault.CUT);
            RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(asset.names()).containsExactly("thumb", "medium", "original");
            assertThat(fixture.world.link().traffic().requests(download(fixture)))
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aDownloadThatIsAlwaysTruncatedIsAFailedDownload() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.link().script().failAlways(download(fixture), Fault.STALL);
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env))).startsWith("Failed to download image: ");
            assertThat(fixture.world.archive().keys()).isEmpty();
        }
    }

    @Test
    void aCdnThatStaysDownIsNamedWithItsStatus() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world
                    .cdn()
                    .script()
                    .failAlways(
                            RequestMatcher.method("POST"), Fault.answer(Reply.of(500, "text/plain", "stack trace")));
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env))).isEqualTo("CDN upload failed: 500");
        }
    }

    @Test
    void aCdnThatRefusesIsNotAskedAgain() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.cdn().script().failAlways(RequestMatcher.method("POST"), Fault.status(403));
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env))).isEqualTo("CDN upload failed: 403");
            assertThat(fixture.world.cdn().traffic().requests()).hasSize(1);
        }
    }

    @Test
    void aCdnThatAnswersAboutAnotherAssetHasFailed() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.cdn().script().failAlways(RequestMatcher.method("POST"), Fault.change(Cdn::namingAnother));
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env))).startsWith("CDN upload failed: ");
        }
    }

    @Test
    void aTakenAssetIdIsReplaced() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.cdn().script().fail(RequestMatcher.method("POST"), 1, Fault.status(409));
            RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
            List<Request> registrations = fixture.world.cdn().traffic().requests(RequestMatcher.method("POST"));
            assertThat(registrations).extracting(Request::path).hasSize(2).doesNotHaveDuplicates();
            assertThat(registrations.get(1).path()).endsWith(asset.id());
        }
    }

    @Test
    void aRegistrationWhoseAnswerWasLostIsFoundAgain() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.cdn().script().fail(RequestMatcher.method("POST"), 1, Fault.LOST_ANSWER);
            TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(fixture.world.cdn().assets()).hasSize(1);
        }
    }

    @Test
    void anArchiveThatRefusesIsAnErrorAndThereIsNoRef() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world
                    .link()
                    .script()
                    .failAlways(archiving(fixture), Fault.answer(Reply.s3Error(403, "AccessDenied")));
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env)))
                    .startsWith("Failed to archive image: ")
                    .contains("403");
        }
    }

    @Test
    void anArchiveThatStaysDownIsAnError() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world
                    .link()
                    .script()
                    .failAlways(archiving(fixture), Fault.answer(Reply.s3Error(500, "InternalError")));
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env)))
                    .startsWith("Failed to archive image: ")
                    .contains("500");
        }
    }

    @Test
    void aCallbackThatIsNeverTakenIsLoggedAndTheTaskIsDone() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.orchestrator().script().failAlways(RequestMatcher.any(), Fault.status(500));
            ProcessResult ended = fixture.run(env);
            assertThat(ended.exit()).as(ended.err()).isZero();
            assertThat(ended.err()).contains("could not be reported").contains("500");
            assertThat(fixture.world.orchestrator().taken()).isEmpty();
            assertThat(fixture.world.orchestrator().attempts())
                    .hasSizeGreaterThan(1)
                    .extracting(ReceivedCallback::idempotencyKey)
                    .containsOnly(env.get("TASK_ID"));
            assertThat(fixture.world.staging().get(WorkerFixture.REF)).isPresent();
        }
    }

    @Test
    void anOrchestratorThatIsGoneIsLoggedAndTheTaskIsDone() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            URI url = fixture.world.orchestrator().url();
            fixture.world.orchestrator().close();
            ProcessResult ended = fixture.run(env);
            assertThat(ended.exit()).as(ended.err()).isZero();
            assertThat(ended.err()).contains("could not be reported").doesNotContain(url.getPath());
        }
    }

    @Test
    void servicesThatHangOnceAreAskedAgain() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.link().script().fail(download(fixture), 1, Fault.HANG);
            TaskAssertions.success(fixture, env, fixture.run(env));
        }
    }

    @Test
    void aCdnThatHangsForeverFailsTheTaskInTime() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.cdn().script().failAlways(RequestMatcher.method("POST"), Fault.HANG);
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env))).startsWith("CDN upload failed: ");
        }
    }
}
