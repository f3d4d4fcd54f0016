package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.metadata.ExtractedMetadata;
import dev.darkroom.codecs.metadata.MetadataBlocks;
import dev.darkroom.codecs.metadata.MetadataInspector;
import dev.darkroom.codecs.metadata.Rights;
import dev.darkroom.codecs.metadata.RightsText;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter.Keep;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class RewriteProperties {
    private static final Map<Format, byte[]> LOADED = Map.of(
            Format.JPEG, JpegRewriterTest.loaded(EncodedPictures.progressiveJpeg(), 6),
            Format.PNG, PngRewriterTest.loaded(3),
            Format.WEBP, WebpRewriterTest.loaded(8),
            Format.GIF, GifRewriterTest.loaded());

    @Property(tries = 2000)
    void aMutatedFileIsRefusedOrComesOutStable(
            @ForAll @IntRange(max = 3) int format,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int changes,
            @ForAll Keep keep) {
        Format chosen = Format.values()[format];
        byte[] file = LOADED.get(chosen).clone();
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            file[random.nextInt(file.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 0xFF);
        }
        check(chosen, file, keep);
    }

    @Property(tries = 800)
    void aCutAndSplicedFileIsRefusedOrComesOutStable(
            @ForAll @IntRange(max = 3) int format, @ForAll long seed, @ForAll Keep keep) {
        Format chosen = Format.values()[format];
        byte[] file = LOADED.get(chosen);
        Random random = new Random(seed);
        int end = random.nextInt(file.length + 1);
        int from = random.nextInt(file.length + 1);
        check(
                chosen,
                FixtureBytes.of(FixtureBytes.slice(file, 0, end), FixtureBytes.slice(file, from, file.length))
                        .toArray(),
                keep);
    }

    private static void check(Format format, byte[] file, Keep keep) {
        byte[] clean;
        try {
            new MetadataInspector().inspect(format, Bytes.copyOf(file));
            clean = EncodedPictures.rewritten(format, file, keep);
        } catch (ImageException expected) {
            assertThat(expected.failure().uploadsFault()).isTrue();
            return;
        }
        try {
            assertThat(Arrays.equals(EncodedPictures.rewritten(format, clean, keep), clean))
                    .as("rewriting a rewritten %s changes nothing", format)
                    .isTrue();
            assertThat(clean.length).isLessThanOrEqualTo(file.length + (keep == Keep.NOTHING ? 256 : 8192));
        } catch (ImageException e) {
            throw new AssertionError("what was written is refused", e);
        }
    }

    @Property
    void cleaningTextTwiceIsCleaningItOnce(@ForAll @StringLength(max = 2000) String text) {
        String clean = RightsText.clean(text);
        assertThat(RightsText.clean(clean)).isEqualTo(clean);
        assertThat(clean.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(RightsText.MAX_BYTES);
    }

    @Property
    void anyRightsAreReadBackAsTheyWereWritten(
            @ForAll @StringLength(max = 60) String one, @ForAll @StringLength(max = 60) String two) {
        String first = RightsText.clean(one);
        String second = RightsText.clean(two);
        Rights rights = new Rights(first, second, second, first, second, first, second);
        Bytes exif = MinimalExif.of(dev.darkroom.core.Orientation.ROTATED_90, rights);
        MetadataBlocks blocks = MetadataBlocks.NONE.orExif(exif).orXmp(RightsXmp.of(rights));
        assertThat(Rights.of(ExtractedMetadata.of(blocks))).isEqualTo(rights);
    }
}
