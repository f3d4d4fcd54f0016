package dev.darkroom.hostile.table.cases;

import dev.darkroom.hostile.table.HostileCase;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every hostile input, by what it claims to be. A row has a name, what has to become of it, and the few lines that make it; what it may
 * cost is the same for all, see {@link HostileCasesTest}.
 */
final class HostileCases {
    private HostileCases() {}

    static List<HostileCase> rows() {
        return Stream.of(
                        NonPictureCases.all(),
                        PolyglotCases.all(),
                        PngCases.all(),
                        PngBombCases.all(),
                        JpegCases.all(),
                        JpegScanCases.all(),
                        GifCases.all(),
                        WebpCases.all(),
                        MetadataCases.all(),
                        SvgCases.all(),
                        SvgBombCases.all(),
                        FuzzFindingCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
