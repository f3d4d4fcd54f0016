package dev.darkroom.core.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.exif.Exif;
import dev.darkroom.core.header.gif.Gifs;
import dev.darkroom.core.header.jpeg.Jpegs;
import dev.darkroom.core.header.png.Pngs;
import dev.darkroom.core.header.webp.Webps;
import dev.darkroom.core.signature.Signature;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** For any bytes, the reader returns a header or throws an {@link ImageException}. Any other exception fails these tests. */
class HostileHeadersTest {
    private static final Map<Format, List<Bytes>> FIXTURES = new EnumMap<>(Map.of(
            Format.JPEG, List.of(Jpegs.rich()),
            Format.PNG, List.of(Pngs.rich()),
            Format.GIF, List.of(Gifs.rich()),
            Format.WEBP, List.of(Webps.rich(), Webps.animated())));

    @Provide
    Arbitrary<Format> formats() {
        return Arbitraries.of(FIXTURES.keySet());
    }

    @Example
    void truncatedAtEveryByte() {
        FIXTURES.forEach((format, files) -> files.forEach(file -> {
            int refused = 0;
            for (int length = 0; length < file.length(); length++) {
                refused += isRefused(format, file.slice(0, length)) ? 1 : 0;
                Signature.of(file.slice(0, length));
            }
            assertThat(refused).as(format.title()).isGreaterThan(file.length() / 4);
            assertThat(isRefused(format, file)).isFalse();
        }));
    }

    @Property(tries = 20_000)
    void anyBytesChanged(@ForAll("formats") Format format, @ForAll long seed) {
        Random random = new Random(seed);
        List<Bytes> files = FIXTURES.get(format);
        byte[] bytes = files.get(random.nextInt(files.size())).toArray();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) (bytes[at] ^ 1 << random.nextInt(8)) : extreme(random);
        }
        Bytes changed = Bytes.wrap(bytes, bytes.length - (random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 0));
        isRefused(format, changed);
        Signature.of(changed);
    }

    @Property(tries = 5_000)
    void anyChunkInAPngWithARightChecksum(@ForAll @Size(max = 80) byte[] data, @ForAll long seed) {
        String[] types = {"cICP", "iCCP", "sRGB", "gAMA", "cHRM", "PLTE", "tRNS", "eXIf", "acTL", "fcTL", "IDAT"};
        String type = types[new Random(seed).nextInt(types.length)];
        isRefused(Format.PNG, Pngs.rgb(Pngs.chunk(type, new ByteArrayBuilder().add(data))));
    }

    @Property(tries = 5_000)
    void anyExif(@ForAll @Size(max = 200) byte[] data, @ForAll boolean little) {
        ByteArrayBuilder header = little
                ? new ByteArrayBuilder().text("II*\0").u32le(8)
                : new ByteArrayBuilder().text("MM\0*").u32(8);
        assertThat(Exif.orientation(header.add(data).bytes())).isNotNull();
    }

    @Property(tries = 5_000)
    void anyBytesAfterASignature(@ForAll("formats") Format format, @ForAll @Size(max = 300) byte[] data) {
        Bytes start = FIXTURES.get(format).get(0).slice(0, 12);
        isRefused(format, new ByteArrayBuilder().add(start.toArray()).add(data).bytes());
        Signature.of(Bytes.copyOf(data));
    }

    private static byte extreme(Random random) {
        int[] values = {0, 1, 0x7F, 0x80, 0xFE, 0xFF};
        return (byte) values[random.nextInt(values.length)];
    }

    private static boolean isRefused(Format format, Bytes file) {
        try {
            ImageInfo info = HeaderReader.read(format, file);
            assertThat(info.frames()).isPositive();
            assertThat(info.bitDepth()).isBetween(1, 16);
            return false;
        } catch (ImageException e) {
            assertThat(e).hasMessageNotContaining("null");
            return true;
        }
    }
}
