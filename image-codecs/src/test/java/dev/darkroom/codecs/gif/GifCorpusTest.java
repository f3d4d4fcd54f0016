package dev.darkroom.codecs.gif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.CodecCorpus;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.VipsRaw;
import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests with every GIF of the corpus: the pixels are equal to those of libvips, or the file is rejected if it is malformed. */
@Tag("slow")
@Tag("same-on-every-java")
class GifCorpusTest {
    private static final Map<String, String> EXCEPTIONS =
            Map.of("gif/libgd__zero_dimensions.gif", "0 x 0 pixels: refused, where libvips makes it 1 x 1");

    @Test
    void everyFileIsDecodedAsLibvipsDoesOrRefused() {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (CodecCorpus.Row row : CodecCorpus.rows("gif")) {
            String expected = row.expected().replaceFirst(":.*", "");
            String verdict = verdict(row.bytes());
            boolean fine = switch (expected) {
                case "ok" -> verdict.equals("the same");
                case "reject" -> verdict.startsWith("refused");
                default -> true;
            };
            if (!fine && !EXCEPTIONS.containsKey(row.path())) {
                wrong.add(row.path() + " [" + row.expected() + "] " + verdict);
            }
            counts.merge(expected + ": " + verdict.replaceFirst(":.*", ""), 1, Integer::sum);
        }
        System.out.println("corpus, gif: " + counts);
        assertThat(wrong).isEmpty();
    }

    private static String verdict(byte[] file) {
        Pixels ours;
        try {
            ours = CheckedDecoding.decode(new GifDecoderProvider(), file);
        } catch (ImageException e) {
            return "refused: " + e.getMessage();
        }
        Optional<Pixels> theirs = VipsRaw.decode(file, ours.width(), ours.height());
        if (theirs.isEmpty()) {
            return "libvips refuses";
        }
        boolean same = ours.channels() == theirs.get().channels()
                && Arrays.equals(ours.samples(), theirs.get().samples());
        return same
                ? "the same"
                : "differs: " + ours + " against " + theirs.get() + ", by " + ours.worstDifference(theirs.get());
    }
}
