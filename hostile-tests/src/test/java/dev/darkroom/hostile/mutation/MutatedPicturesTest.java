package dev.darkroom.hostile.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.testkit.Corpus;
import org.junit.jupiter.api.Test;

class MutatedPicturesTest {
    private static final int COUNT = 1000;

    @Test
    void everyDamagedPictureIsRenderedOrRefusedAndBothFamiliesAgreeOrItIsKnownWhy() {
        if (Corpus.find().isEmpty()) {
            System.out.println("mutation: there is no corpus, so generated pictures are damaged");
        }
        MutationCounts tally = MutationRun.run(COUNT);
        tally.lines().forEach(line -> System.out.println("mutation: " + line));
        assertThat(tally.faults()).isEmpty();
        assertThat(tally.count()).isEqualTo(COUNT);
    }

    @Test
    void theSameNumberIsTheSameMutant() {
        for (int number = 0; number < 20; number++) {
            assertThat(Mutant.of(Original.all(), number).bytes())
                    .isEqualTo(Mutant.of(Original.all(), number).bytes());
        }
    }
}
