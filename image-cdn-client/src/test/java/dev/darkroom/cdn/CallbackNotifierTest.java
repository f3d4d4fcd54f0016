package dev.darkroom.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class CallbackNotifierTest {
    private static final Outcome.Job JOB = new Outcome.Job(
            "job-7",
            Map.of("contentId", "42"),
            Map.of(Stage.DECODE, Duration.ofMillis(28), Stage.ADMIT, Duration.ofNanos(3_999_999)),
            Map.of(),
            Optional.empty());

    private static String told(Outcome outcome) throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            new CallbackNotifier(Callback.builder(server.url()).build()).notify(outcome);
            ScriptedHttpServer.Request request = server.requests().get(0);
            assertThat(request.headers()).containsEntry("idempotency-key", "job-7");
            return request.text();
        }
    }

    @Test
    void aCompletedJobTellsWhereEachVariantIs() throws Exception {
        Publication cdn = new Publication("cdn", Map.of("sm", "https://c.ex/sm"), Map.of("cdnUrl", "https://c.ex"));
        Publication archive = new Publication("archive", Map.of(), Map.of("key", "k"));
        Outcome outcome = new Outcome.Completed(
                JOB,
                CdnFixtures.info(),
                List.of(CdnFixtures.rendition("sm", 9)),
                List.of(cdn, archive),
                List.of("odd profile"));
        assertThat(told(outcome))
                .isEqualTo("{\"job_id\":\"job-7\",\"status\":\"completed\",\"attributes\":{\"contentId\":\"42\"},"
                        + "\"image\":{\"content_type\":\"image/jpeg\",\"width\":4000,\"height\":3000,\"frames\":1},"
                        + "\"variants\":[{\"name\":\"sm\",\"content_type\":\"image/jpeg\",\"width\":400,\"height\":300,"
                        + "\"size\":9,\"references\":{\"cdn\":\"https://c.ex/sm\"}}],"
                        + "\"publications\":[{\"publisher\":\"cdn\",\"properties\":{\"cdnUrl\":\"https://c.ex\"}},"
                        + "{\"publisher\":\"archive\",\"properties\":{\"key\":\"k\"}}],"
                        + "\"warnings\":[\"odd profile\"],\"took_ms\":{\"admit\":3,\"decode\":28}}");
    }

    @Test
    void aRejectedUploadIsToldWithItsReason() throws Exception {
        Failure failure = new Failure.OverLimit(Failure.OverLimit.Kind.PIXELS, 9, 8, "pixel limit: 9 > 8");
        assertThat(told(new Outcome.Rejected(JOB, Stage.PLAN, failure, List.of())))
                .isEqualTo("{\"job_id\":\"job-7\",\"status\":\"rejected\",\"attributes\":{\"contentId\":\"42\"},"
                        + "\"stage\":\"plan\",\"error\":{\"category\":\"over_limit\",\"message\":\"pixel limit: 9 > 8\","
                        + "\"retryable\":false},\"took_ms\":{\"admit\":3,\"decode\":28}}");
    }

    @Test
    void aFailedJobNamesTheServiceAndNotWhatIsLeft() throws Exception {
        Failure failure = new Failure.Unavailable("cdn", "500", true);
        assertThat(told(new Outcome.Failed(JOB, Stage.DELIVER, failure, List.of("cdn asset X"))))
                .contains("\"status\":\"failed\"")
                .contains(
                        "\"error\":{\"category\":\"unavailable\",\"service\":\"cdn\",\"message\":\"500\",\"retryable\":true}")
                .doesNotContain("cdn asset X");
    }

    @Test
    void everyCategoryHasItsDocumentedName() {
        Map<String, Failure> categories = Map.of(
                "unrecognized", new Failure.Unrecognized("m"),
                "disallowed", new Failure.Disallowed(Format.PDF, "m"),
                "malformed", new Failure.Malformed("m"),
                "over_limit", new Failure.OverLimit(Failure.OverLimit.Kind.SIDE, 2, 1, "m"),
                "unsupported", new Failure.Unsupported("m"),
                "stopped", new Failure.Stopped("m"),
                "conflict", new Failure.Conflict("m"),
                "unavailable", new Failure.Unavailable("s", "m", true),
                "defect", new Failure.Defect("m"));
        assertThat(categories).hasSize(Failure.class.getPermittedSubclasses().length);
        categories.forEach((name, failure) -> {
            Map<String, Object> json = OutcomeJson.of(new Outcome.Failed(JOB, Stage.RENDER, failure, List.of()));
            assertThat(((Map<?, ?>) json.get("error")).get("category")).isEqualTo(name);
        });
    }
}
