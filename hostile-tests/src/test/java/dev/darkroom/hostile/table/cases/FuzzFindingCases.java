package dev.darkroom.hostile.table.cases;

import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;

import dev.darkroom.hostile.fuzz.FoundByFuzzing;
import dev.darkroom.hostile.table.HostileCase;
import java.util.List;

/** What a fuzzer once broke something with: nobody thought of it before. */
final class FuzzFindingCases {
    private FuzzFindingCases() {}

    static List<HostileCase> all() {
        return FoundByFuzzing.ALL.stream()
                .map(found -> HostileCase.row(found.name(), renditions().or(malformed()), found::input)
                        .acceptingSvg())
                .toList();
    }
}
