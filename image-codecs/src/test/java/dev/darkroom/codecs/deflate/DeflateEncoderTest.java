package dev.darkroom.codecs.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inflates with zlib what the encoder wrote. */
class DeflateEncoderTest {
    private static final DeflateEncoder.Settings[] SETTINGS = {
        DeflateEncoder.Settings.FAST, DeflateEncoder.Settings.STANDARD, DeflateEncoder.Settings.SMALLEST
    };
    /** Lengths around the limits of a match, a block, the window and the buffer. */
    private static final int[] LENGTHS = {
        0, 1, 2, 3, 4, 7, 8, 9, 257, 258, 259, 24_575, 24_576, 32_768, 40_961, 131_071, 131_072, 131_073, 300_000
    };

    private enum Kind {
        ZEROS {
            @Override
            void fill(byte[] data, Random random) {
                // nothing to do
            }
        },
        NOISE {
            @Override
            void fill(byte[] data, Random random) {
                random.nextBytes(data);
            }
        },
        FEW_VALUES {
            @Override
            void fill(byte[] data, Random random) {
                for (int i = 0; i < data.length; i++) {
                    data[i] = (byte) random.nextInt(3);
                }
            }
        },
        REPETITIONS {
            @Override
            void fill(byte[] data, Random random) {
                random.nextBytes(data);
                for (int i = 0; i < data.length; ) {
                    int length = Math.min(data.length - i, 1 + random.nextInt(400));
                    int distance = 1 + random.nextInt(random.nextBoolean() ? 40 : 40_000);
                    for (int k = 0; k < length && random.nextInt(300) > 0; k++, i++) {
                        data[i] = i < distance ? data[i] : data[i - distance];
                    }
                    i++;
                }
            }
        },
        /** Noise, text and noise again: blocks with and without matches follow each other. */
        MIXED {
            @Override
            void fill(byte[] data, Random random) {
                random.nextBytes(data);
                for (int i = data.length / 3; i < data.length * 2 / 3; i++) {
                    data[i] = (byte) "a line of text, and the next line of text; ".charAt(i % 7 == 0 ? 0 : i % 43);
                }
            }
        },
        /** Values whose frequencies are Fibonacci numbers: the longest codes. */
        SKEWED {
            @Override
            void fill(byte[] data, Random random) {
                int at = 0;
                int first = 1;
                int second = 1;
                for (int value = 0; at < data.length; value++) {
                    for (int i = 0; i < first && at < data.length; i++) {
                        data[at++] = (byte) value;
                    }
                    int sum = first + second;
                    first = second;
                    second = Math.min(sum, 40_000);
                }
                for (int i = data.length - 1; i > 0; i--) {
                    int other = random.nextInt(i + 1);
                    byte swapped = data[i];
                    data[i] = data[other];
                    data[other] = swapped;
                }
            }
        };

        abstract void fill(byte[] data, Random random);
    }

    @ParameterizedTest
    @EnumSource
    void zlibInflatesTheSameBytes(Kind kind) throws DataFormatException {
        Random random = new Random(kind.ordinal());
        for (int length : LENGTHS) {
            byte[] data = new byte[length];
            kind.fill(data, random);
            for (DeflateEncoder.Settings settings : SETTINGS) {
                for (int step : new int[] {1 + length / 9, 4096, Integer.MAX_VALUE}) {
                    assertThat(inflated(deflated(data, settings, step), length))
                            .as("%d bytes, %s, in steps of %d", length, settings, step)
                            .isEqualTo(data);
                }
            }
        }
    }

    @Test
    void noiseGrowsByLessThanAPercent() {
        byte[] noise = new byte[500_000];
        new Random(1).nextBytes(noise);
        for (DeflateEncoder.Settings settings : SETTINGS) {
            assertThat(deflated(noise, settings, 10_000).length).isLessThan(noise.length + noise.length / 100);
        }
    }

    @Test
    void textIsSmallerThanWithZlibsFastestLevelAndWithMoreEffortThanItsDefault() {
        byte[] text = new byte[400_000];
        Random random = new Random(5);
        String[] words = "the picture has a row of pixels and each pixel is one of many colours, 0 1 2 3".split(" ");
        StringBuilder written = new StringBuilder();
        while (written.length() < text.length) {
            written.append(words[random.nextInt(words.length)]).append(random.nextInt(12) == 0 ? '\n' : ' ');
        }
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) written.charAt(i);
        }
        assertThat(deflated(text, DeflateEncoder.Settings.FAST, 10_000).length).isLessThan(zlib(text, 1));
        assertThat(deflated(text, DeflateEncoder.Settings.SMALLEST, 10_000).length)
                .isLessThan(zlib(text, 6));
    }

    @Test
    void anEncoderThatIsResetWritesTheSameAsANewOne() {
        byte[] first = new byte[100_000];
        new Random(8).nextBytes(first);
        byte[] second = new byte[100_000];
        Kind.REPETITIONS.fill(second, new Random(9));
        for (DeflateEncoder.Settings settings : SETTINGS) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DeflateEncoder encoder =
                    new DeflateEncoder(settings, first.length, (bytes, length) -> out.write(bytes, 0, length));
            encoder.write(first, 0, first.length);
            encoder.finish();
            out.reset();
            encoder.reset();
            encoder.write(second, 0, second.length);
            encoder.finish();
            assertThat(out.toByteArray()).isEqualTo(deflated(second, settings, second.length));
        }
    }

    @Test
    void moreBytesThanAnnouncedAreRefused() {
        DeflateEncoder encoder = new DeflateEncoder(DeflateEncoder.Settings.FAST, 1000, (bytes, length) -> {});
        encoder.write(new byte[1000], 0, 1000);
        assertThatIllegalStateException().isThrownBy(() -> encoder.write(new byte[1], 0, 1));
    }

    private static byte[] deflated(byte[] data, DeflateEncoder.Settings settings, int step) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DeflateEncoder encoder =
                new DeflateEncoder(settings, data.length, (bytes, length) -> out.write(bytes, 0, length));
        for (int from = 0; from < data.length; from += Math.min(step, data.length - from)) {
            encoder.write(data, from, Math.min(step, data.length - from));
        }
        encoder.finish();
        return out.toByteArray();
    }

    /** Fails unless the stream ends exactly with its last byte. */
    private static byte[] inflated(byte[] stream, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stream);
            byte[] data = new byte[length + 1];
            int done = 0;
            for (int count = 1; count > 0; done += count) {
                count = inflater.inflate(data, done, data.length - done);
            }
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(data, done);
        } finally {
            inflater.end();
        }
    }

    private static int zlib(byte[] data, int level) {
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(data);
            deflater.finish();
            return deflater.deflate(new byte[data.length + 1000]);
        } finally {
            deflater.end();
        }
    }
}
