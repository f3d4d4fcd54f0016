package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.pipeline.store.Stores;
import dev.darkroom.upload.access.PictureKind;
import dev.darkroom.upload.body.AdmissionControl;
import dev.darkroom.upload.body.UploadReceiver;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests request bodies that arrive slowly, only in part or not at all. */
class BodyArrivalTest {
    private static final byte[] PICTURE = UploadSamples.jpegOf(1_000_000);

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aClientThatGoesAwayLeavesNothing(@TempDir Path folder) throws Exception {
        try (ServletFixture fixture =
                ServletFixture.over(Stores.open(folder.toUri().toString(), Map.of()))) {
            for (int sent : new int[] {0, 1, 600, 70_000, 999_999}) {
                try (RawConnection wire = fixture.wire()) {
                    wire.head(ServletFixture.THUMBNAIL, "Content-Length: " + PICTURE.length)
                            .send(Arrays.copyOf(PICTURE, sent));
                }
            }
            fixture.awaitMetric(
                    "darkroom_requests_total{reason=\"invalid-request\",route=\"refused\",status=\"400\"} 5.0");
            fixture.awaitMetric("darkroom_uploads_arriving 0.0");
            fixture.awaitMetric("darkroom_uploads_memory_bytes 0.0");
            assertThat(files(folder)).isEmpty();
            assertThat(fixture.upload(ServletFixture.THUMBNAIL, PICTURE).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void aClientThatStopsSendingAndListensIsTold() throws Exception {
        try (ServletFixture fixture = ServletFixture.start();
                RawConnection wire = fixture.wire()) {
            wire.head(ServletFixture.THUMBNAIL, "Content-Length: " + PICTURE.length);
            wire.send(Arrays.copyOf(PICTURE, 2000)).end();
            assertThat(wire.status()).isEqualTo("HTTP/1.1 400 Bad Request");
            assertThat(wire.rest()).contains("the upload broke off");
        }
    }

    @Test
    void aClientWhoseFileIsRefusedMaySendOnAndStillReadsWhy() throws Exception {
        try (ServletFixture fixture = ServletFixture.start();
                RawConnection wire = fixture.wire()) {
            wire.head(ServletFixture.THUMBNAIL, "Content-Length: " + ServletLimits.MAX_FILE_BYTES);
            wire.send(UploadSamples.exe(ServletLimits.MAX_FILE_BYTES));
            assertThat(wire.rest()).contains(" 415 ", "Windows executable");
        }
    }

    @Test
    void aBodyThatTakesTooLongIsRefused() throws Exception {
        AdmissionControl admission = new AdmissionControl(1, 10_000_000, Duration.ZERO);
        UploadReceiver receiver = new UploadReceiver(ServletLimits.MAX_FILE_BYTES, Duration.ZERO);
        try (AdmissionControl.Admission place = admission.enter()) {
            assertThatThrownBy(() -> receiver.receive(
                            new ByteArrayInputStream(PICTURE), -1, PictureKind.THUMBNAIL.accepted, place))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().reason()).isEqualTo(ProblemType.TOO_SLOW));
        }
    }

    @Test
    void whatIsInFlightIsFinishedAndWhatIsArrivingIsTurnedAway() throws Exception {
        ServletFixture fixture = ServletFixture.start();
        try (RawConnection arriving = fixture.wire()) {
            arriving.head(ServletFixture.THUMBNAIL, "Content-Length: " + PICTURE.length, "Connection: close");
            arriving.send(Arrays.copyOf(PICTURE, 1000));
            fixture.awaitMetric("darkroom_uploads_arriving 1.0");
            fixture.servlet.stopTaking();
            assertThat(fixture.get("/healthz").statusCode()).isEqualTo(503);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(fixture::close);
            arriving.send(new byte[] {0});
            assertThat(arriving.rest()).contains(" 503 ", "stopping");
            stopped.get();
        }
    }

    @Test
    void theIntakeGivesBackWhatWasTaken() throws Exception {
        AdmissionControl admission = new AdmissionControl(2, 100, Duration.ZERO);
        AdmissionControl.Admission first = admission.enter();
        AdmissionControl.Admission second = admission.enter();
        first.take(60);
        assertThatThrownBy(() -> second.take(50)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> second.take(101)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(admission::enter).isInstanceOf(ProblemException.class);
        first.arrived();
        assertThat(admission.arriving()).isEqualTo(1);
        assertThat(admission.bytesTaken()).isEqualTo(60);
        first.close();
        second.take(100);
        second.close();
        assertThat(admission.arriving()).isZero();
        assertThat(admission.bytesTaken()).isZero();
    }
}
