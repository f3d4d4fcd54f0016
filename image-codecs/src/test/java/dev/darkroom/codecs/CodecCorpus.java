package dev.darkroom.codecs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.testkit.CorpusFile;
import java.nio.file.Path;
import java.util.List;

/** The corpus's pictures of one format, where it is at hand. */
public final class CodecCorpus {
    /** A manifest row. */
    public record Row(dev.darkroom.testkit.Corpus corpus, CorpusFile row) {
        public String path() {
            return row.path();
        }

        public String expected() {
            return row.expected();
        }

        public Path file() {
            return corpus.locate(row);
        }

        public byte[] bytes() {
            return corpus.read(row);
        }
    }

    private CodecCorpus() {}

    /** Rows of a format, such as {@code "png"}. Where there is no corpus, the test is skipped. */
    public static List<Row> rows(String format) {
        dev.darkroom.testkit.Corpus corpus = dev.darkroom.testkit.Corpus.find().orElse(null);
        assumeTrue(corpus != null, "not applicable: there is no folder of real pictures (-Ddarkroom.corpus=DIR)");
        return corpus.files().stream()
                .filter(file -> file.format().equals(format))
                .map(file -> new Row(corpus, file))
                .toList();
    }
}
