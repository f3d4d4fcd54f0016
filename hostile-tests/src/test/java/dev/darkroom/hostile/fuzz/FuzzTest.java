package dev.darkroom.hostile.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Runs Jazzer briefly with a fixed seed, and repeats the inputs that longer campaigns found. */
class FuzzTest {
    /** Time limit for slow machines; usually the runs end earlier. */
    private static final String AT_MOST = "-max_total_time=50";

    @Test
    void aFewThousandInputsBreakNothing(@TempDir Path folder) {
        List<CampaignReport> reports =
                Campaigns.run(List.of(FuzzTarget.values()), folder, "-seed=7", "-runs=6000", AT_MOST);
        System.out.println("fuzzing: " + CampaignReport.heading());
        reports.forEach(report -> System.out.println("fuzzing: " + report.row()));
        assertThat(reports).allMatch(CampaignReport::clean);
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureMadeHereIsTakenByItsTarget(FuzzTarget target) {
        SmallPictures.all().values().forEach(target::run);
    }

    static final List<FoundByFuzzing> FOUND = FoundByFuzzing.ALL;

    @ParameterizedTest(name = "{0}")
    @FieldSource("FOUND")
    void whatWasFoundOnceIsMended(FoundByFuzzing found) {
        for (FuzzTarget target : FuzzTarget.values()) {
            target.run(found.input());
        }
    }
}
