package dev.darkroom.svg.raster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Normalizes path data up to the first error, according to the grammar of SVG 1.1, section 8.3.9. All parsers read the normalized data in
 * the same way. Without this, jsvg's parser does not terminate for some malformed paths.
 */
final class PathData {
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]*+");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,9}+)?");
    private static final Pattern FLAG = Pattern.compile("[01]");

    private final String data;
    private final Matcher separator;
    private final Matcher number;
    private final Matcher flag;
    private final StringBuilder valid = new StringBuilder();
    private int at;

    private PathData(String data) {
        this.data = data;
        this.separator = SEPARATOR.matcher(data);
        this.number = NUMBER.matcher(data);
        this.flag = FLAG.matcher(data);
    }

    static String valid(String data) {
        return new PathData(data).run();
    }

    private String run() {
        skipSeparators();
        while (at < data.length() && command(data.charAt(at))) {
            skipSeparators();
        }
        return valid.toString();
    }

    /** Reads one command. Returns whether the command is complete. */
    private boolean command(char letter) {
        int count = arguments(letter);
        boolean move = letter == 'M' || letter == 'm';
        if (count < 0 || valid.isEmpty() && !move) {
            return false;
        }
        at++;
        if (count == 0) {
            valid.append(letter);
            return true;
        }
        boolean any = false;
        while (true) {
            int start = at;
            StringBuilder group = new StringBuilder().append(any ? ' ' : letter);
            int read = 0;
            while (read < count && argument(letter, read, group)) {
                read++;
            }
            if (read < count) {
                boolean ended = read == 0 && any;
                at = ended ? start : at;
                return ended;
            }
            valid.append(group);
            any = true;
        }
    }

    private boolean argument(char letter, int index, StringBuilder into) {
        skipSeparators();
        boolean isFlag = (letter == 'A' || letter == 'a') && (index == 3 || index == 4);
        Matcher matcher = isFlag ? flag : number;
        matcher.region(at, data.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        into.append(index == 0 ? "" : " ").append(matcher.group());
        at = matcher.end();
        return true;
    }

    private void skipSeparators() {
        separator.region(at, data.length());
        at = separator.lookingAt() ? separator.end() : at;
    }

    /** Number of arguments in one group of a command; negative for an unknown command. */
    private static int arguments(char letter) {
        return switch (letter) {
            case 'Z', 'z' -> 0;
            case 'H', 'h', 'V', 'v' -> 1;
            case 'M', 'm', 'L', 'l', 'T', 't' -> 2;
            case 'S', 's', 'Q', 'q' -> 4;
            case 'C', 'c' -> 6;
            case 'A', 'a' -> 7;
            default -> -1;
        };
    }
}
