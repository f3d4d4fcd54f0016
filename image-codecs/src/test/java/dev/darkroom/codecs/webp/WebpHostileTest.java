package dev.darkroom.codecs.webp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.HostileInputChecks;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.RandomDamage;
import dev.darkroom.codecs.VipsRaw;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.webp.RiffChunk;
import dev.darkroom.core.header.webp.RiffChunks;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests every kind of WebP: the composition is equal to that of libvips, and truncated and damaged files are handled. */
class WebpHostileTest {
    private static final DecoderProvider WEBP = new WebpDecoderProvider();
    private static @Nullable List<byte[]> files;

    @Test
    void libvipsComposesTheSame() throws ImageException {
        for (Map.Entry<String, byte[]> picture : WebpPictures.all().entrySet()) {
            Pixels ours = CheckedDecoding.decode(WEBP, picture.getValue());
            Pixels theirs = VipsRaw.decode(picture.getValue(), ours.width(), ours.height())
                    .orElseThrow(() -> new AssertionError("libvips refuses: " + picture.getKey()));
            assertThat(ours.worstDifference(theirs)).as(picture.getKey()).isZero();
        }
    }

    @Test
    void everyTenthByteAsTheLastIsMalformed() throws ImageException {
        for (Map.Entry<String, byte[]> picture : WebpPictures.all().entrySet()) {
            byte[] file = picture.getValue();
            for (int length = 0; length < file.length; length += 10) {
                HostileInputChecks.requireMalformed(
                        WEBP, Arrays.copyOf(file, length), picture.getKey() + " cut to " + length);
            }
        }
    }

    @Test
    void aPictureCutOffInsideAnOrderlyContainerIsMalformed() throws ImageException {
        for (Map.Entry<String, byte[]> still : WebpPictures.stills().entrySet()) {
            byte[] file = still.getValue();
            RiffChunk last = lastChunk(file);
            for (int length = 10; length < last.length() * 9 / 10; length += 10) {
                byte[] cut = Arrays.copyOf(file, last.dataStart() + length);
                putLength(cut, 4, cut.length - 8);
                putLength(cut, last.start() + 4, length);
                HostileInputChecks.requireMalformed(WEBP, cut, still.getKey() + ", picture cut to " + length);
            }
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void damageLeavesAPictureOrARefusal(@ForAll long seed) throws ImageException {
        if (files == null) {
            files = List.copyOf(WebpPictures.all().values());
        }
        RandomDamage.leavesAPictureOrARefusal(WEBP, files.get((int) Math.floorMod(seed, (long) files.size())), seed);
    }

    private static RiffChunk lastChunk(byte[] file) throws ImageException {
        RiffChunks chunks = RiffChunks.ofWebp(Bytes.copyOf(file));
        RiffChunk last = null;
        for (RiffChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            last = chunk;
        }
        assertThat(last).isNotNull();
        return last;
    }

    private static void putLength(byte[] file, int at, int value) {
        for (int i = 0; i < 4; i++) {
            file[at + i] = (byte) (value >> 8 * i);
        }
    }
}
