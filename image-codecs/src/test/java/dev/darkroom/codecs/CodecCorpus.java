package dev.darkroom.codecs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.testkit.CorpusFile;
import java.nio.file.Path;
import java.util.List;

/** The pictures of one format in the corpus, if the corpus is available. */
public final class CodecCorpus {
    /** A row of the manifest. */
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

    /** Returns the rows of a format, such as {@code "png"}. If there is no corpus, the test is skipped. */
    public static List<Row> rows(String format) {
        dev.darkroom.testkit.Corpus corpus = dev.darkroom.testkit.Corpus.find().orElse(null);
        assumeTrue(corpus != null, "not applicable: there is no folder of real pictures (-Ddarkroom.corpus=DIR)");
        return corpus.files().stream()
                .filter(file -> file.format().equals(format))
                .map(file -> new Row(corpus, file))
                .toList();
    }
}
