package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests every place of a WebP that can hold bytes without effect on the display (RFC 9649, sections 2 and 3; RFC 6386, sections 7 and 9).
 */
class WebpSurplusTest {
    private static final byte[] LOSSY = EncodedPictures.webp();
    private static final byte[] LOSSLESS = encoded(61, 43, BufferedImage.TYPE_INT_RGB, true, 3);
    private static final byte[] WITH_ALPHA = encoded(61, 43, BufferedImage.TYPE_INT_ARGB, false, 5);

    static Stream<byte[]> pictures() {
        return Stream.of(LOSSY, LOSSLESS, WITH_ALPHA);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void bytesBehindTheLastPixel(byte[] clean) throws ImageException {
        SurplusBytesCheck.isDropped(Format.WEBP, clean, lengthened(clean, "VP8 ", "VP8L"));
    }

    @Test
    void bytesBehindTheAlphaPlane() throws ImageException {
        SurplusBytesCheck.isDropped(Format.WEBP, WITH_ALPHA, lengthened(WITH_ALPHA, "ALPH"));
        byte[] raw = FixtureBytes.of(new byte[1], new byte[61 * 43]).toArray();
        byte[] uncompressed = replaced(WITH_ALPHA, "ALPH", raw);
        SurplusBytesCheck.isDropped(Format.WEBP, uncompressed, lengthened(uncompressed, "ALPH"));
    }

    @Test
    void reservedBits() throws ImageException {
        byte[] alpha = part(WITH_ALPHA, "ALPH").clone();
        alpha[0] |= (byte) 0xC0;
        SurplusBytesCheck.isDropped(Format.WEBP, WITH_ALPHA, replaced(WITH_ALPHA, "ALPH", alpha));
        byte[] scaled = part(LOSSY, "VP8 ").clone();
        scaled[7] |= (byte) 0xC0;
        scaled[9] |= 0x40;
        SurplusBytesCheck.isDropped(Format.WEBP, LOSSY, replaced(LOSSY, "VP8 ", scaled));
    }

    @Test
    void bytesBehindEachPartitionOfALossyPicture() throws ImageException {
        byte[] picture = part(LOSSY, "VP8 ");
        int tag = picture[0] & 0xFF | (picture[1] & 0xFF) << 8 | (picture[2] & 0xFF) << 16;
        int first = 10 + (tag >> 5);
        int longer = tag + (SurplusBytesCheck.BYTES.length << 5);
        byte[] hiding = new FixtureBytes()
                .u8(longer & 0xFF, longer >> 8 & 0xFF, longer >> 16)
                .bytes(FixtureBytes.slice(picture, 3, first))
                .bytes(SurplusBytesCheck.BYTES)
                .bytes(FixtureBytes.slice(picture, first, picture.length))
                .toArray();
        SurplusBytesCheck.isDropped(Format.WEBP, LOSSY, replaced(LOSSY, "VP8 ", hiding));
    }

    @Test
    void bytesBehindThePixelsOfAFrame() throws ImageException {
        byte[] clean = animation(LOSSY, LOSSLESS, WITH_ALPHA);
        byte[] hiding = animation(
                lengthened(LOSSY, "VP8 "), lengthened(LOSSLESS, "VP8L"), lengthened(WITH_ALPHA, "ALPH", "VP8 "));
        byte[] copy = EncodedPictures.rewritten(Format.WEBP, hiding);
        assertThat(copy).isEqualTo(EncodedPictures.rewritten(Format.WEBP, clean));
        assertThat(EncodedPictures.rewritten(Format.WEBP, copy)).isEqualTo(copy);
    }

    /** The rewritten file decodes to the same pixels, for all coding tools of the format. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void picturesOfManyKindsKeepTheirPixels(int seed) throws ImageException {
        Random random = new Random(seed);
        for (int type : List.of(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB)) {
            for (boolean lossless : List.of(false, true)) {
                byte[] file = encoded(1 + random.nextInt(200), 1 + random.nextInt(200), type, lossless, seed);
                byte[] copy = EncodedPictures.rewritten(Format.WEBP, file);
                assertThat(EncodedPictures.pixels(copy).get(0))
                        .isEqualTo(EncodedPictures.pixels(file).get(0));
                assertThat(copy.length).isBetween(file.length - 16, file.length + 8);
                assertThat(EncodedPictures.rewritten(Format.WEBP, copy)).isEqualTo(copy);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureThatEndsEarlyIsMalformed(byte[] plain) throws ImageException {
        byte[] copy = EncodedPictures.rewritten(Format.WEBP, plain);
        for (String type : List.of("VP8 ", "VP8L", "ALPH")) {
            if (PictureFileParser.names(copy).contains(type)) {
                byte[] data = part(copy, type);
                byte[] cut = replaced(copy, type, Arrays.copyOf(data, data.length - 1));
                assertThatThrownBy(() -> EncodedPictures.rewritten(Format.WEBP, cut))
                        .as(type)
                        .isInstanceOfSatisfying(
                                ImageException.class,
                                e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
            }
        }
    }

    private static byte[] animation(byte[]... pictures) {
        FixtureBytes body = FixtureBytes.of(
                FixtureBytes.riff("VP8X", new byte[] {0x12, 0, 0, 0, 60, 0, 0, 42, 0, 0}),
                FixtureBytes.riff("ANIM", new byte[] {0, 0, 0, 0, 3, 0}));
        for (byte[] picture : pictures) {
            FixtureBytes frame = FixtureBytes.of(new byte[] {0, 0, 0, 0, 0, 0, 60, 0, 0, 42, 0, 0, 100, 0, 0, 0});
            PictureFileParser.of(picture).stream()
                    .filter(part -> !part.name().equals("VP8X"))
                    .forEach(part -> frame.bytes(FixtureBytes.riff(part.name(), part.data())));
            body.bytes(FixtureBytes.riff("ANMF", frame.toArray()));
        }
        return WebpRewriterTest.file(body.toArray());
    }

    private static byte[] lengthened(byte[] file, String... types) {
        byte[] longer = file;
        for (String type : types) {
            if (PictureFileParser.names(file).contains(type)) {
                longer = replaced(
                        longer,
                        type,
                        FixtureBytes.of(part(file, type), SurplusBytesCheck.BYTES)
                                .toArray());
            }
        }
        return longer;
    }

    private static byte[] replaced(byte[] file, String type, byte[] data) {
        FixtureBytes body = new FixtureBytes();
        PictureFileParser.of(file)
                .forEach(part ->
                        body.bytes(FixtureBytes.riff(part.name(), part.name().equals(type) ? data : part.data())));
        return WebpRewriterTest.file(body.toArray());
    }

    private static byte[] part(byte[] file, String type) {
        return PictureFileParser.of(file).stream()
                .filter(part -> part.name().equals(type))
                .findFirst()
                .orElseThrow()
                .data();
    }

    /** Encodes a picture with few or many colours, smooth or noisy, depending on the seed. */
    private static byte[] encoded(int width, int height, int type, boolean lossless, int seed) {
        Random random = new Random(seed);
        int mask = seed % 3 == 0 ? 0xFFFFFFFF : seed % 3 == 1 ? 0xC0C0C0C0 : 0xFFF8F8F8;
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = (x / 16 + y / 16) % 4 == 0 ? random.nextInt() : 0;
                int alpha = type == BufferedImage.TYPE_INT_ARGB ? (x * 4 & 0xFF) << 24 : 0xFF000000;
                int color = (x * 3 << 16 | y * 2 << 8 | x ^ y ^ noise) & mask & 0xFFFFFF;
                image.setRGB(x, y, alpha | color);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("webp").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(lossless ? "Lossless" : "Lossy");
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
