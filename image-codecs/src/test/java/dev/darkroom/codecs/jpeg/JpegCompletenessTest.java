package dev.darkroom.codecs.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.jpeg.JpegCompleteness;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check whether a JPEG is complete, on files that cjpeg wrote, compared with the warnings of djpeg. */
class JpegCompletenessTest {
    private static final int EOI = 2;
    private static final long MEMORY = 1 << 20;

    private static byte[] file(String options) {
        return JpegFixture.cjpeg(SyntheticPhotos.photo(131, 93, 3), options.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-baseline",
                "-grayscale",
                "-optimize",
                "-sample 1x1",
                "-sample 2x1",
                "-sample 1x2",
                "-sample 4x1",
                "-sample 2x2,2x1,1x2",
                "-restart 1",
                "-restart 3B",
                "-quality 100 -sample 1x1",
                "-quality 5",
                "-progressive",
                "-progressive -grayscale",
                "-progressive -sample 1x1 -quality 100",
                "-progressive -sample 2x1 -restart 3B",
                "-progressive -quality 5"
            })
    void aFileWithoutEoiIsWholeAndOneThatEndsBeforeIsNot(String options) {
        byte[] file = file(options);
        assertThatCode(() -> check(file, file.length)).doesNotThrowAnyException();
        assertThatCode(() -> check(file, file.length - 1)).doesNotThrowAnyException();
        assertThatCode(() -> check(file, file.length - EOI)).doesNotThrowAnyException();
        for (int missing = EOI + 1; missing < file.length / 2; missing += 1 + missing / 20) {
            int length = file.length - missing;
            assertThatThrownBy(() -> check(file, length))
                    .as("%d bytes of %d", length, file.length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-baseline", "-restart 2B", "-progressive", "-progressive -restart 5B", "-grayscale"})
    void nothingThatDjpegDecodesWithoutAWarningIsRefused(String options) throws Exception {
        byte[] file = file(options);
        int data = lastScan(file);
        Random random = new Random(11);
        int whole = 0;
        for (int i = 0; i < 60; i++) {
            byte[] damaged = damaged(file, data, random);
            boolean warned = djpegComplains(damaged);
            String refusal = refusal(damaged);
            whole += refusal.isEmpty() ? 1 : 0;
            // djpeg does not report these two kinds of damage.
            if (!warned && !refusal.matches(".*(a Huffman code that its table does not have|is outside of its scan)")) {
                assertThat(refusal).as("djpeg has no warning of mutation %d", i).isEmpty();
            }
        }
        assertThat(whole).isBetween(1, 59);
    }

    @Test
    void aProgressivePictureThatWouldTakeTooMuchMemoryIsRefused() {
        byte[] file = file("-progressive");
        assertThatThrownBy(() -> JpegCompleteness.require(Bytes.wrap(file), 100))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.OverLimit.class));
    }

    private static void check(byte[] file, int length) throws ImageException {
        JpegCompleteness.require(Bytes.wrap(Arrays.copyOf(file, length)), MEMORY);
    }

    /** Empty where it is whole. */
    private static String refusal(byte[] file) {
        try {
            check(file, file.length);
            return "";
        } catch (ImageException e) {
            return e.failure().message();
        }
    }

    private static boolean djpegComplains(byte[] file) throws IOException, InterruptedException {
        Process djpeg = new ProcessBuilder("djpeg", "-outfile", "/dev/null")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = djpeg.getOutputStream()) {
            in.write(file);
        }
        return djpeg.waitFor() != 0;
    }

    /** A bit flipped in a third, bytes taken out in another, bytes put in before EOI in the rest. */
    private static byte[] damaged(byte[] file, int data, Random random) {
        int at = data + random.nextInt(file.length - EOI - data);
        byte[] damaged = file.clone();
        switch (random.nextInt(3)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> {
                int count = Math.min(1 + random.nextInt(4), file.length - EOI - at);
                damaged = Arrays.copyOf(file, file.length - count);
                System.arraycopy(file, at + count, damaged, at, file.length - at - count);
            }
            default -> {
                damaged = Arrays.copyOf(file, file.length + 5);
                Arrays.fill(damaged, file.length - EOI, file.length + 3, (byte) 0x55);
                System.arraycopy(file, file.length - EOI, damaged, file.length + 3, EOI);
            }
        }
        return damaged;
    }

    /** Where the data of the last scan starts. */
    private static int lastScan(byte[] file) {
        int at = file.length - 2;
        while (file[at] != (byte) 0xFF || file[at + 1] != (byte) 0xDA) {
            at--;
        }
        return at + 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
    }
}
