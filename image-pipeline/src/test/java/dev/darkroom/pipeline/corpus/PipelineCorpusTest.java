package dev.darkroom.pipeline.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.pipeline.corpus.CorpusPipeline.Produced;
import dev.darkroom.testkit.Corpus;
import dev.darkroom.testkit.CorpusFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every file of the corpus through the whole pipeline. The results must match the manifest and the pixels of libvips. Files that must
 * be refused must be refused. Every deviation must be in {@code corpus-exceptions.tsv} with a reason. Runs only where the corpus is
 * available.
 */
@Tag("slow")
class PipelineCorpusTest {
    @TempDir
    Path folder;

    private final List<Deviation> deviations = new ArrayList<>();
    private final CorpusCounts tally = new CorpusCounts();
    private int comparable;

    @Test
    void everyFileEndsAsTheManifestSaysAndLooksAsLibvipsShowsIt() throws Exception {
        Corpus corpus = Corpus.find().orElse(null);
        if (corpus == null) {
            System.out.println("CorpusTest: no corpus found, nothing compared (-Ddarkroom.corpus=DIR)");
        }
        assumeTrue(corpus != null, "not applicable: there is no folder of real pictures (-Ddarkroom.corpus=DIR)");
        boolean compares = VipsRenderer.isInstalled();
        System.out.println("CorpusTest: " + corpus + " on " + KnownDeviation.running()
                + (compares ? "" : "; vips or convert is not installed, so NO PIXELS ARE COMPARED"));
        List<String> figures = run(corpus, compares);
        figures.stream().map(line -> line.split("\t")[0]).distinct().forEach(tally::compared);
        List<KnownDeviation> listed = listed(compares);
        tally.print(deviations, listed);
        Files.write(Path.of("target", "corpus-figures.tsv"), figures);

        List<Deviation> unlisted = deviations.stream()
                .filter(deviation -> listed.stream().noneMatch(row -> row.covers(deviation)))
                .toList();
        List<KnownDeviation> outdated = listed.stream()
                .filter(row -> deviations.stream().noneMatch(row::covers))
                .toList();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(tally.compared()).as("files compared with libvips").isEqualTo(comparable);
        softly.assertThat(unlisted).as("deviations that are not in the list").isEmpty();
        softly.assertThat(outdated).as("rows of the list that deviate no more").isEmpty();
        softly.assertAll();
    }

    private List<String> run(Corpus corpus, boolean compares) throws Exception {
        ContactSheet sheet = ContactSheet.asked();
        try (CorpusPipeline production = new CorpusPipeline();
                BatchComparison comparisons = new BatchComparison(corpus, folder)) {
            for (CorpusFile file : corpus.files()) {
                Produced produced = production.produce(file, corpus.read(file));
                tally.count(produced);
                deviations.addAll(produced.deviations());
                sheet.add(corpus, produced);
                if (compares && produced.comparable()) {
                    comparable++;
                    comparisons.add(produced);
                }
            }
            comparisons.finish();
            deviations.addAll(comparisons.deviations());
            sheet.finish();
            return comparisons.figures();
        }
    }

    /** The known deviations. Without another decoder, only those of checks that need none. */
    private static List<KnownDeviation> listed(boolean compares) {
        return KnownDeviation.here().stream()
                .filter(row -> compares || CorpusPipeline.CHECKS.contains(row.check()))
                .toList();
    }
}
