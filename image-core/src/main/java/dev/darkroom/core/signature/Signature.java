package dev.darkroom.core.signature;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says what bytes are by their first bytes alone: never by a name, never by what the sender declared. */
public final class Signature {
    private static final Set<Format> SPOKEN_WITH_A_VOWEL =
            Set.of(Format.SVG, Format.AVIF, Format.ICO, Format.HTML, Format.XML, Format.ELF_EXECUTABLE);
    private static final int SHOWN = 8;

    private Signature() {}

    /** The format, or empty where the bytes are those of none that is known. Looks at 64 KiB at most. */
    public static Optional<Format> of(Bytes source) {
        return PictureMagic.of(source).or(() -> FileMagic.of(source)).or(() -> MarkupMagic.of(source));
    }

    /** Words the refusal of bytes whose signature is none, showing the first of them. */
    public static String unrecognized(Bytes source) {
        if (source.isEmpty()) {
            return "there are no bytes at all";
        }
        StringBuilder words = new StringBuilder("these bytes are no picture format known here (they ");
        words.append(source.length() > SHOWN ? "start with" : "are");
        for (int i = 0; i < Math.min(SHOWN, source.length()); i++) {
            words.append(String.format(" %02x", source.u8(i)));
        }
        return words.append(source.length() > SHOWN ? " \u2026)" : ")").toString();
    }

    /** Words the refusal of a format, such as {@code "this is a PDF file; accepted are JPEG, PNG, GIF and WebP"}. */
    public static String disallowed(Format format, Collection<Format> accepted) {
        return "this is " + named(format) + "; " + accepts(accepted);
    }

    private static String named(Format format) {
        String kind = format == Format.WINDOWS_EXECUTABLE || format == Format.ELF_EXECUTABLE ? "" : " file";
        return (SPOKEN_WITH_A_VOWEL.contains(format) ? "an " : "a ") + format.title() + kind;
    }

    private static String accepts(Collection<Format> accepted) {
        List<String> titles =
                new TreeSet<>(accepted).stream().map(Format::title).toList();
        if (titles.isEmpty()) {
            return "nothing is accepted";
        }
        if (titles.size() == 1) {
            return "accepted is only " + titles.get(0);
        }
        int last = titles.size() - 1;
        return "accepted are " + String.join(", ", titles.subList(0, last)) + " and " + titles.get(last);
    }
}
