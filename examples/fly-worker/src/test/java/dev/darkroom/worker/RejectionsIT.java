package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.demo.GeneratedPhoto;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionsIT {
    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("a renamed exe", latin1("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0" + "\0".repeat(200))),
                Arguments.of("HTML", latin1("<!DOCTYPE html><html><body>picture</body></html>")),
                Arguments.of("PDF", latin1("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF")),
                Arguments.of("ZIP", latin1("PK\3\4\24\0\0\0\10\0" + "\0".repeat(60))),
                Arguments.of("SVG", latin1("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")),
                Arguments.of("nothing at all", new byte[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void whatIsNoPictureIsTurnedAwayByItsBytes(String what, byte[] bytes) throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(bytes, "image/jpeg");
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env))).startsWith("Failed to process image: ");
            assertThat(fixture.world.cdn().traffic().requests()).isEmpty();
            assertThat(fixture.world.archive().keys()).isEmpty();
        }
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedByItsHeader() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(QuadrantPictures.pngHeader(30_000, 30_000), "image/png");
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env)))
                    .isEqualTo("Failed to process image: pixel limit: 900000000 > 100000000");
            assertThat(fixture.world.archive().keys()).isEmpty();
        }
    }

    @Test
    void maxPixelsIsKept() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(QuadrantPictures.jpeg(200, 100), "image/jpeg");
            env.put("MAX_PIXELS", "19999");
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env)))
                    .isEqualTo("Failed to process image: pixel limit: 20000 > 19999");
        }
    }

    @Test
    void maxFileSizeIsKept() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            byte[] bytes = QuadrantPictures.jpeg(200, 100);
            Map<String, String> env = fixture.upload(bytes, "image/jpeg");
            env.put("MAX_FILE_SIZE", Integer.toString(bytes.length - 1));
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env)))
                    .isEqualTo("Failed to download image: file size limit in bytes: " + bytes.length + " > "
                            + (bytes.length - 1));
        }
    }

    @Test
    void aPictureThatEndsTooEarlyIsRefused() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            byte[] whole = GeneratedPhoto.jpeg(600, 800);
            Map<String, String> env = fixture.upload(Arrays.copyOf(whole, whole.length / 2), "image/jpeg");
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env))).startsWith("Failed to process image: ");
            assertThat(fixture.world.cdn().assets()).isEmpty();
        }
    }

    @Test
    void aPictureThatNeedsMoreMemoryThanThereIsIsRefused() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(GeneratedPhoto.jpeg(3000, 4000), "image/jpeg");
            env.put("JAVA_TOOL_OPTIONS", "-Xmx24m");
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env)))
                    .startsWith("Failed to process image: memory limit in bytes: ");
        }
    }

    @Test
    void outOfMemoryIsToldToo() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            byte[] large = Arrays.copyOf(QuadrantPictures.jpeg(200, 100), 40 << 20);
            Map<String, String> env = fixture.upload(large, "image/jpeg");
            env.put("JAVA_TOOL_OPTIONS", "-Xmx24m");
            assertThat(TaskAssertions.error(fixture, env, fixture.run(env)))
                    .isEqualTo("Failed to download image: there was not enough memory for this picture");
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
