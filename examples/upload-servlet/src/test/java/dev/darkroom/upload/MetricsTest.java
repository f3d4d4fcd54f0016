package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the metrics and the health report. */
class MetricsTest {
    @Test
    void jobsAreCountedByKindOutcomeAndReason() throws Exception {
        try (ServletFixture fixture = ServletFixture.start()) {
            fixture.upload(ServletFixture.THUMBNAIL, UploadSamples.jpeg(500, 400));
            fixture.upload(ServletFixture.AVATAR, UploadSamples.truncated());
            fixture.upload(ServletFixture.LOGO, UploadSamples.exe(1000));
            var answer = fixture.get("/metrics");
            String text = new String(answer.body());
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(text.lines().toList())
                    .contains(
                            "darkroom_jobs_total{kind=\"thumbnail\",outcome=\"completed\",reason=\"none\"} 1.0",
                            "darkroom_jobs_total{kind=\"avatar\",outcome=\"rejected\",reason=\"picture-damaged\"} 1.0",
                            "darkroom_requests_total{reason=\"format-not-accepted\",route=\"refused\",status=\"415\"} 1.0",
                            "darkroom_requests_total{reason=\"none\",route=\"picture\",status=\"201\"} 1.0",
                            "darkroom_jobs_queued 0.0",
                            "darkroom_uploads_memory_bytes 0.0",
                            "darkroom_memory_bytes 0.0",
                            "darkroom_memory_waiting 0.0");
            for (String name : List.of(
                    "darkroom_stage_seconds_count{stage=\"decode\"}",
                    "darkroom_source_bytes_total{format=\"jpeg\"}",
                    "darkroom_rendition_bytes_total{kind=\"thumbnail\"}",
                    "darkroom_memory_limit_bytes",
                    "darkroom_jobs_queue_limit",
                    "darkroom_cores_busy")) {
                assertThat(text).contains(name);
            }
        }
    }

    @Test
    void aHealthyServerSaysSo() throws Exception {
        try (ServletFixture fixture = ServletFixture.start()) {
            assertThat(fixture.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(new String(fixture.get("/healthz").body())).isEqualTo("ok\n");
        }
    }
}
