package dev.darkroom.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskReportTest {
    private static final TaskReport REPORT = new TaskReport("t1", "b1", "staging/a.jpg.ref.json");
    private static final Publication REF = new Publication(
            "ref",
            Map.of(),
            Map.of(RefPublisher.DATA, "{\"url\":\"https://cdn.example/asset/ID\"}", RefPublisher.ARCHIVE_KEY, "a.jpg"));

    @Test
    void successTellsWhatWasWrittenAndWhatTookHowLong() {
        Outcome.Job job = new Outcome.Job(
                "job",
                Map.of(),
                Map.of(
                        Stage.ADMIT, Duration.ofMillis(80),
                        Stage.PLAN, Duration.ofMillis(1),
                        Stage.DECODE, Duration.ofMillis(200),
                        Stage.RENDER, Duration.ofMillis(99),
                        Stage.DELIVER, Duration.ofMillis(400)),
                Map.of("cdn", Duration.ofMillis(200), "archive", Duration.ofMillis(150)),
                Optional.empty());
        assertThat(text(REPORT.success(REF, Optional.of(job), Duration.ofMillis(900))))
                .isEqualTo("{\"task_id\":\"t1\",\"batch_id\":\"b1\",\"status\":\"success\","
                        + "\"ref_json_r2_key\":\"staging/a.jpg.ref.json\","
                        + "\"ref_data\":{\"url\":\"https://cdn.example/asset/ID\"},\"archive_r2_key\":\"a.jpg\","
                        + "\"performance\":{\"total_time_ms\":900,\"download_time_ms\":80,\"resize_time_ms\":300,"
                        + "\"cdn_upload_time_ms\":200,\"archive_time_ms\":150}}");
    }

    @Test
    void aJobThatWasDoneEarlierTookNoTimeForItsSteps() {
        assertThat(text(REPORT.success(REF, Optional.empty(), Duration.ofMillis(12))))
                .contains("\"total_time_ms\":12,\"download_time_ms\":0,\"resize_time_ms\":0,\"cdn_upload_time_ms\":0");
    }

    @Test
    void aRefThatIsNoJsonIsNotPassedOn() {
        Publication broken = new Publication("ref", Map.of(), Map.of(RefPublisher.DATA, "{"));
        assertThatIllegalArgumentException().isThrownBy(() -> REPORT.success(broken, Optional.empty(), Duration.ZERO));
    }

    @Test
    void anErrorIsQuotedSafely() {
        assertThat(text(REPORT.error("it said \"no\"\n")))
                .isEqualTo("{\"task_id\":\"t1\",\"batch_id\":\"b1\",\"status\":\"error\","
                        + "\"error\":\"it said \\\"no\\\"\\n\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIT, '', Failed to download image: 500",
        "IDENTIFY, '', Failed to process image: 500",
        "PLAN, '', Failed to process image: 500",
        "DECODE, '', Failed to process image: 500",
        "RENDER, '', Failed to process image: 500",
        "DELIVER, cdn, CDN upload failed: 500",
        "DELIVER, archive, Failed to archive image: 500",
        "DELIVER, ref, Failed to write ref: 500",
        "DELIVER, other, Failed to deliver image: 500"
    })
    void anErrorSaysWhatWasBeingDone(Stage stage, String publisher, String expected) {
        Outcome.Job job = new Outcome.Job(
                "job", Map.of(), Map.of(), Map.of(), Optional.of(publisher).filter(name -> !name.isEmpty()));
        Failure failure = new Failure.Unavailable("service", "500", true);
        assertThat(TaskReport.error(new Outcome.Failed(job, stage, failure, List.of())))
                .isEqualTo(expected);
        assertThat(TaskReport.error(new Outcome.Rejected(job, stage, failure, List.of())))
                .isEqualTo(expected);
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }
}
