package dev.darkroom.hostile.table.cases;

import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;

import dev.darkroom.hostile.fuzz.FoundByFuzzing;
import dev.darkroom.hostile.table.HostileCase;
import java.util.List;

/** Cases that a fuzzer has found. */
final class FuzzFindingCases {
    private FuzzFindingCases() {}

    static List<HostileCase> all() {
        return FoundByFuzzing.ALL.stream()
                .map(found -> HostileCase.row(found.name(), renditions().or(malformed()), found::input)
                        .acceptingSvg())
                .toList();
    }
}
