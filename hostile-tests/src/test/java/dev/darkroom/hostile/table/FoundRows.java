package dev.darkroom.hostile.table;

import static dev.darkroom.hostile.table.Expected.malformed;
import static dev.darkroom.hostile.table.Expected.renditions;

import dev.darkroom.hostile.fuzz.FoundByFuzzing;
import java.util.List;

/** What a fuzzer once broke something with: nobody thought of it before. */
final class FoundRows {
    private FoundRows() {}

    static List<Row> all() {
        return FoundByFuzzing.ALL.stream()
                .map(found -> Row.row(found.name(), renditions().or(malformed()), found::input)
                        .acceptingSvg())
                .toList();
    }
}
