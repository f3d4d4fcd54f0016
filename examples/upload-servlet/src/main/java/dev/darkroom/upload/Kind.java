package dev.darkroom.upload;

import dev.darkroom.core.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an upload is for. */
enum Kind {
    THUMBNAIL(Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP)),
    LOGO(Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.SVG)),
    AVATAR(Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP));

    @SuppressWarnings("ImmutableEnumChecker") // it is
    final Set<Format> accepted;

    Kind(Set<Format> accepted) {
        this.accepted = accepted;
    }

    /** The last segment of its address, such as {@code "thumbnail"}. */
    String segment() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String segment) {
        return Stream.of(values())
                .filter(kind -> kind.segment().equals(segment))
                .findFirst();
    }
}
