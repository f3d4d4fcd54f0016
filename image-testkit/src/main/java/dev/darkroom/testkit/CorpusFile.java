package dev.darkroom.testkit;

import java.util.List;

/**
 * A row of a corpus's manifest.
 *
 * @param path path relative to the corpus, with forward slashes
 * @param format format in lower case, such as {@code "jpeg"}
 * @param displayed width and height after orientation, such as {@code "640x480"}; {@code "x"} if the manifest has no value
 * @param expected {@code "ok"}, or a word, a colon and a reason, such as {@code "reject:truncated"}
 * @param frames number of frames as text; empty if the manifest has no value
 * @param color the manifest's notation for channels, depth, subsampling and profile
 */
public record CorpusFile(
        String path, String format, String displayed, String expected, String frames, boolean alpha, String color) {

    static CorpusFile of(List<String> columns, List<String> cells) {
        return new CorpusFile(
                cell("path", columns, cells),
                cell("format", columns, cells),
                cell("width", columns, cells) + "x" + cell("height", columns, cells),
                cell("expected", columns, cells),
                cell("frames", columns, cells),
                cell("alpha", columns, cells).equals("yes"),
                cell("color", columns, cells));
    }

    private static String cell(String column, List<String> columns, List<String> cells) {
        return cells.get(columns.indexOf(column));
    }

    /** The first part of the path. */
    public String folder() {
        return path.substring(0, path.indexOf('/'));
    }

    /** The expected result without the reason: {@code "ok"}, {@code "lenient"}, {@code "reject"} and so on. */
    public String verdict() {
        int colon = expected.indexOf(':');
        return colon < 0 ? expected : expected.substring(0, colon);
    }
}
