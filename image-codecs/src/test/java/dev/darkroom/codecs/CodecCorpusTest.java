package dev.darkroom.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.jpeg.JpegDecoderProvider;
import dev.darkroom.codecs.png.PngDecoderProvider;
import dev.darkroom.codecs.png.PngReference;
import dev.darkroom.codecs.webp.WebpDecoderProvider;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.testkit.JdkLibjpeg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests with every JPEG, PNG and WebP of the corpus: it is decoded like the reference decoders do, or rejected if it is malformed. */
@Tag("slow")
class CodecCorpusTest {
    /** Files whose result differs from the manifest, with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "webp/libwebp__bad_palette_index.webp", "says it has no alpha; dwebp writes what alpha it finds anyway");

    /** Further exceptions for a JDK that contains libjpeg 6b; not for a JDK that uses the system's libjpeg-turbo. */
    private static final Map<String, String> EXCEPTIONS_OF_LIBJPEG_6B = Map.of(
            "color/imgproxy__test1.arith.jpg",
            "has no arithmetic coding",
            "color/libjpeg-turbo__testimgari.jpg",
            "has no arithmetic coding",
            "color/wuffs__peacock.s-very-weird.jpeg",
            "has no smooth upsampling for its sampling factors",
            "corrupt/twelvemonkeys__duplicate-component-ids.jpg",
            "refuses it",
            "corrupt/wuffs__peacock.progressive.scan000.jpeg",
            "does not smooth what missing scans leave",
            "corrupt/wuffs__peacock.progressive.scan001.jpeg",
            "does not smooth what missing scans leave",
            "corrupt/wuffs__peacock.progressive.scan002.jpeg",
            "does not smooth what missing scans leave");

    /** The allowed difference: of a single sample, and the mean. */
    private record Tolerance(int worst, double mean) {}

    private static final Tolerance EXACT = new Tolerance(0, 0);

    private static final long MOST_COMPARED = 40_000_000;

    @Test
    void jpeg() {
        compare("jpeg", new JpegDecoderProvider(), CodecCorpusTest::jpegReference, row -> new Tolerance(60, 1.0));
    }

    @Test
    void png() {
        // ImageMagick reduces 16-bit samples with an error of up to one level.
        compare("png", new PngDecoderProvider(), PngReference::decode, row -> new Tolerance(1, 0.6));
    }

    @Test
    void webp() {
        Function<byte[], Optional<Pixels>> reference =
                file -> ReferenceCodecs.dwebp(file).or(() -> ReferenceCodecs.vips(file));
        compare("webp", new WebpDecoderProvider(), reference, row -> EXACT);
    }

    /** Reference for CMYK and YCCK with a CMYK profile: libvips with lcms. Reference for all other files: libjpeg's own conversion. */
    private static Optional<Pixels> jpegReference(byte[] file) {
        try {
            ImageInfo info = HeaderReader.read(Format.JPEG, Bytes.copyOf(file));
            boolean inks = info.model() == ColorModel.CMYK || info.model() == ColorModel.YCCK;
            boolean theirProfile = info.color() instanceof ColorEncoding.Icc icc
                    && icc.profile().startsWith("CMYK", 16);
            return inks && theirProfile ? ReferenceCodecs.vipsToSrgb(file) : ReferenceCodecs.djpeg(file);
        } catch (ImageException e) {
            throw new AssertionError(e);
        }
    }

    private static void compare(
            String format,
            DecoderProvider provider,
            Function<byte[], Optional<Pixels>> reference,
            Function<CodecCorpus.Row, Tolerance> tolerance) {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Map<String, String> exceptions = exceptions();
        for (CodecCorpus.Row row : CodecCorpus.rows(format)) {
            if (row.expected().contains("pixel limit")) {
                counts.merge("left out: over the pixel limit", 1, Integer::sum);
                continue;
            }
            String verdict = verdict(row, provider, reference, tolerance.apply(row));
            String kind = row.expected().replaceFirst(":.*", "");
            boolean fine = verdict.startsWith("agrees")
                    || verdict.startsWith("no reference")
                    || verdict.startsWith("refused") && !kind.equals("ok")
                    || verdict.startsWith("decoded") && !kind.equals("reject");
            if (fine == exceptions.containsKey(row.path())) {
                String listed = fine ? ", although it is listed as an exception" : "";
                wrong.add(row.path() + " [" + row.expected() + "] " + verdict + listed);
            }
            counts.merge(kind + ": " + (fine ? verdict.replaceFirst(":.*", "") : "exception"), 1, Integer::sum);
        }
        System.out.println("corpus, " + format + ": " + counts);
        assertThat(wrong).isEmpty();
    }

    private static Map<String, String> exceptions() {
        Map<String, String> exceptions = new TreeMap<>(EXCEPTIONS);
        if (JdkLibjpeg.isBundled()) {
            exceptions.putAll(EXCEPTIONS_OF_LIBJPEG_6B);
        }
        return exceptions;
    }

    private static String verdict(
            CodecCorpus.Row row,
            DecoderProvider provider,
            Function<byte[], Optional<Pixels>> reference,
            Tolerance tolerance) {
        byte[] file = row.bytes();
        Pixels ours;
        try {
            ours = CheckedDecoding.decode(provider, file);
        } catch (ImageException e) {
            return "refused: " + e.getMessage();
        }
        if (!row.expected().equals("ok")) {
            return "decoded";
        }
        if ((long) ours.width() * ours.height() > MOST_COMPARED) {
            return "decoded, too large to be compared in a test's heap";
        }
        Optional<Pixels> theirs = reference.apply(file);
        if (theirs.isEmpty()) {
            return "no reference";
        }
        if (!ours.sameSize(theirs.get())) {
            return "other size: " + ours + " against " + theirs.get();
        }
        int worst = ours.worstDifference(theirs.get());
        double mean = ours.meanDifference(theirs.get());
        boolean agrees = worst <= tolerance.worst && mean <= tolerance.mean;
        return (agrees ? "agrees" : "differs") + ": worst " + worst + ", mean " + mean;
    }
}
