package dev.darkroom.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.jpeg.JpegDecoderProvider;
import dev.darkroom.codecs.webp.WebpDecoderProvider;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.testkit.Corpus;
import dev.darkroom.testkit.CorpusFile;
import dev.darkroom.turbo.jpeg.TurboJpegDecoderProvider;
import dev.darkroom.turbo.webp.TurboWebpDecoderProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every JPEG and WebP of the corpus has the same result as with the portable codecs, decoded or refused. */
@Tag("slow")
class TurboCorpusTest {
    /** Files with a different result, and the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "color/imgproxy__test1.arith.jpg", "arithmetic coding: here always, in some JDKs only",
            "color/libjpeg-turbo__testimgari.jpg", "arithmetic coding: here always, in some JDKs only",
            "color/wuffs__peacock.s-very-weird.jpeg", "libjpeg 6b has no smooth upsampling for its sampling factors",
            "corrupt/wuffs__peacock.progressive.scan000.jpeg", "missing scans are smoothed here, and in some JDKs only",
            "corrupt/wuffs__peacock.progressive.scan001.jpeg", "missing scans are smoothed here, and in some JDKs only",
            "corrupt/wuffs__peacock.progressive.scan002.jpeg",
                    "missing scans are smoothed here, and in some JDKs only");

    /** Largest difference of a sample. JPEG decoders differ in rounding and in smoothing chroma. */
    private static final int WORST = 60;

    private static final double MEAN = 1.0;
    private static final long MOST_COMPARED = 30_000_000;

    @Test
    void jpeg() {
        compare("jpeg", Format.JPEG, new TurboJpegDecoderProvider(), new JpegDecoderProvider(), WORST, MEAN);
    }

    @Test
    void webp() {
        compare("webp", Format.WEBP, new TurboWebpDecoderProvider(), new WebpDecoderProvider(), 0, 0);
    }

    private static void compare(
            String name, Format format, DecoderProvider turbo, DecoderProvider portable, int worst, double mean) {
        NativeLibraryAssumption.require(turbo);
        Corpus corpus = Corpus.find().orElse(null);
        Assumptions.assumeTrue(
                corpus != null, "not applicable: there is no folder of real pictures (-Ddarkroom.corpus=DIR)");
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (CorpusFile file : corpus.files()) {
            if (file.format().equals(name)) {
                String verdict = verdict(format, Bytes.wrap(corpus.read(file)), turbo, portable, worst, mean);
                counts.merge(verdict.replaceFirst(":.*", ""), 1, Integer::sum);
                boolean same = !verdict.startsWith("differs");
                if (!same && !EXCEPTIONS.containsKey(file.path())) {
                    wrong.add(file.path() + " [" + file.expected() + "] " + verdict);
                }
            }
        }
        System.out.println("corpus, turbo beside portable, " + name + ": " + counts);
        assertThat(wrong).isEmpty();
    }

    private static String verdict(
            Format format, Bytes file, DecoderProvider turbo, DecoderProvider portable, int worst, double mean) {
        try {
            ImageInfo info = HeaderReader.read(format, file);
            if (info.stored().pixels() > MOST_COMPARED) {
                return "left out for its size";
            }
        } catch (ImageException e) {
            return "refused by its header";
        }
        Result ours = Result.of(turbo, file);
        if (ours.failure().orElse(null) instanceof Failure.Unsupported) {
            return "left to another";
        }
        Result theirs = Result.of(portable, file);
        if (ours.raster().isEmpty() || theirs.raster().isEmpty()) {
            boolean both = ours.raster().isEmpty() && theirs.raster().isEmpty();
            return (both ? "refused by both: " : "differs: ") + ours + " | " + theirs;
        }
        byte[] a = TestPicture.samples(ours.raster().orElseThrow(), 0);
        byte[] b = TestPicture.samples(theirs.raster().orElseThrow(), 0);
        if (a.length != b.length) {
            return "differs in layout or size: " + ours + " | " + theirs;
        }
        return difference(a, b, worst, mean);
    }

    private static String difference(byte[] a, byte[] b, int worst, double mean) {
        int largest = 0;
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            int difference = Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
            largest = Math.max(largest, difference);
            sum += difference;
        }
        double average = (double) sum / a.length;
        boolean same = largest <= worst && average <= mean;
        return (same ? "same: " : "differs: ") + "worst " + largest + ", mean " + average;
    }

    /** A decoded picture, or the failure. */
    private record Result(Optional<Raster> raster, Optional<Failure> failure) {
        static Result of(DecoderProvider provider, Bytes file) {
            try {
                Raster raster = TestPicture.decode(provider, file, Layout.RGB, Layout.RGBA, Layout.GRAY);
                return new Result(Optional.of(raster), Optional.empty());
            } catch (ImageException e) {
                return new Result(Optional.empty(), Optional.of(e.failure()));
            }
        }

        @Override
        public String toString() {
            return raster.map(found ->
                            found.spec().size() + " " + found.spec().layout().channels())
                    .orElseGet(() -> failure.orElseThrow().toString());
        }
    }
}
