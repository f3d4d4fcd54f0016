package dev.darkroom.upload.access;

import dev.darkroom.core.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kind of a picture: what an upload is used for. */
public enum PictureKind {
    THUMBNAIL(Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP)),
    LOGO(Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.SVG)),
    AVATAR(Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP));

    @SuppressWarnings("ImmutableEnumChecker") // every field is immutable
    public final Set<Format> accepted;

    PictureKind(Set<Format> accepted) {
        this.accepted = accepted;
    }

    /** The last segment of its address, such as {@code "thumbnail"}. */
    public String segment() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PictureKind> of(String segment) {
        return Stream.of(values())
                .filter(kind -> kind.segment().equals(segment))
                .findFirst();
    }
}
