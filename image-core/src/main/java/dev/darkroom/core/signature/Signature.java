package dev.darkroom.core.signature;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Detects a file's format by its first bytes only. It ignores the file name and the declared content type. */
public final class Signature {
    private static final Set<Format> VOWEL_SOUND =
            Set.of(Format.SVG, Format.AVIF, Format.ICO, Format.HTML, Format.XML, Format.ELF_EXECUTABLE);
    private static final int SHOWN_BYTES = 8;

    private Signature() {}

    /** The format, or empty if the format is unknown. Reads at most 64 KiB. */
    public static Optional<Format> of(Bytes source) {
        return PictureMagic.of(source).or(() -> FileMagic.of(source)).or(() -> MarkupMagic.of(source));
    }

    /** The rejection message for bytes of unknown format. It shows the first bytes. */
    public static String unrecognized(Bytes source) {
        if (source.isEmpty()) {
            return "there are no bytes at all";
        }
        StringBuilder words = new StringBuilder("these bytes are not a known picture format (they ");
        words.append(source.length() > SHOWN_BYTES ? "start with" : "are");
        for (int i = 0; i < Math.min(SHOWN_BYTES, source.length()); i++) {
            words.append(String.format(" %02x", source.u8(i)));
        }
        return words.append(source.length() > SHOWN_BYTES ? " \u2026)" : ")").toString();
    }

    /** The rejection message for a format, such as {@code "this is a PDF file; accepted are JPEG, PNG, GIF and WebP"}. */
    public static String disallowed(Format format, Collection<Format> accepted) {
        return "this is " + named(format) + "; " + accepts(accepted);
    }

    private static String named(Format format) {
        String kind = format == Format.WINDOWS_EXECUTABLE || format == Format.ELF_EXECUTABLE ? "" : " file";
        return (VOWEL_SOUND.contains(format) ? "an " : "a ") + format.title() + kind;
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
