package dev.darkroom.core.header.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.ByteArrayBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JpegSegmentsTest {
    private static final ByteArrayBuilder FRAME = Jpegs.frame(0xC0, 8, 8, 1);

    @Test
    void segmentsScansAndTrailingDataAreToldApart() throws Exception {
        byte[] file = new ByteArrayBuilder()
                .add(Jpegs.file(FRAME, Jpegs.scan()).toArray())
                .text("trailing")
                .array();
        JpegSegments walk = new JpegSegments(Bytes.wrap(file));
        assertThat(markers(walk)).containsExactly(0xD8, 0xC0, 0xDA, 0xDA, 0xD9);
        assertThat(walk.position()).isEqualTo(file.length - "trailing".length());
        assertThat(walk.next()).isNull();
        assertThat(walk.extraneous()).isZero();
    }

    @Test
    void segmentsAndScansCoverTheFile() throws Exception {
        Bytes file = Jpegs.file(Jpegs.jfif(), FRAME);
        JpegSegments walk = new JpegSegments(file);
        int at = 0;
        JpegSegment segment;
        while ((segment = walk.next()) != null) {
            assertThat(segment.start()).isEqualTo(at);
            at = walk.scanEnd();
            assertThat(walk.scanEnd()).as("asked twice").isEqualTo(at);
        }
        assertThat(at).isEqualTo(file.length());
    }

    @Test
    void fillBytesAndStrayBytesArePassedOver() throws Exception {
        Bytes file = Jpegs.file(
                new ByteArrayBuilder().u8(0xFF, 0xFF, 0xFF), FRAME, new ByteArrayBuilder().u8(1, 2, 0xFF, 0, 3));
        JpegSegments walk = new JpegSegments(file);
        assertThat(markers(walk)).containsExactly(0xD8, 0xC0, 0xDA, 0xD9);
        assertThat(walk.extraneous()).isEqualTo(5);
    }

    @Test
    void scansAreCountedUpToTheMostThatMatters() throws Exception {
        Bytes file = Jpegs.file(FRAME, Jpegs.scan(), Jpegs.scan());
        assertThat(JpegScans.count(file, 100)).isEqualTo(3);
        assertThat(JpegScans.count(file, 2)).isEqualTo(2);
        assertThat(JpegScans.count(file.slice(0, file.length() - 2), 100)).isEqualTo(3);
    }

    @Test
    void missingEndOfImageIsMalformed() {
        Bytes file = Jpegs.file(FRAME);
        assertMalformed(file.slice(0, file.length() - 2), "no end-of-image");
    }

    @Test
    void impossibleSegmentsAreMalformed() {
        assertMalformed(Bytes.copyOf(new byte[] {1, 2, 3}), "start-of-image");
        assertMalformed(Jpegs.file(new ByteArrayBuilder().u8(0xFF, 0xE1, 0, 1)), "impossible length 1");
        assertMalformed(Jpegs.file(new ByteArrayBuilder().u8(0xFF, 0xE1, 0xFF, 0xFF)), "cut off");
        assertMalformed(Jpegs.file(new ByteArrayBuilder().u8(0xFF, 0xD8)), "second start-of-image");
        assertMalformed(Jpegs.file(new ByteArrayBuilder().u8(0xFF, 0x4F)), "reserved marker ff 4f");
    }

    private static List<Integer> markers(JpegSegments walk) throws ImageException {
        List<Integer> markers = new ArrayList<>();
        JpegSegment segment;
        while ((segment = walk.next()) != null) {
            markers.add(segment.marker());
        }
        return markers;
    }

    private static void assertMalformed(Bytes file, String word) {
        assertThatThrownBy(() -> markers(new JpegSegments(file)))
                .hasMessageContaining(word)
                .extracting(e -> ((ImageException) e).failure())
                .isInstanceOf(Failure.Malformed.class);
    }
}
