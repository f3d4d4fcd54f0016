package dev.darkroom.hostile.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every hostile input, by what it claims to be. A row has a name, what has to become of it, and the few lines that make it; what it may
 * cost is the same for all, see {@link TableTest}.
 */
final class Table {
    private Table() {}

    static List<Row> rows() {
        return Stream.of(
                        ForeignRows.all(),
                        PolyglotRows.all(),
                        PngRows.all(),
                        PngBombRows.all(),
                        JpegRows.all(),
                        JpegScanRows.all(),
                        GifRows.all(),
                        WebpRows.all(),
                        MetadataRows.all(),
                        SvgRows.all(),
                        SvgBombRows.all(),
                        FoundRows.all())
                .flatMap(List::stream)
                .toList();
    }
}
