package dev.darkroom.hostile.table.cases;

import dev.darkroom.hostile.table.HostileCase;
import java.util.List;
import java.util.stream.Stream;

/**
 * All cases, grouped by the format that they claim. A case has a name, an expected outcome and code that makes its inputs. The limits of
 * CPU time and memory are the same for all; see {@link HostileCasesTest}.
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
