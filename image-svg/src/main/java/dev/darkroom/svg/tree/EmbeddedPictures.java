package dev.darkroom.svg.tree;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Limits;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.spi.codec.Rewriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cleans pictures that are embedded in an SVG as {@code data:} URLs. Allowed are JPEG, PNG, GIF and WebP, detected by their signatures; the
 * declared media type is ignored. The pictures are rewritten like separate files. An embedded SVG is never allowed.
 */
public final class EmbeddedPictures {
    private static final Pattern DATA = Pattern.compile("\\s*data:([^,]{0,100});base64\\s*,", Pattern.CASE_INSENSITIVE);
    private static final Set<Format> ALLOWED = Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP);
    private static final Limits LIMITS =
            Limits.untrusted().maxPixels(25_000_000).maxFrames(1_000);

    private final List<Rewriter> rewriters;

    /**
     * @param rewriters rewriters for the embedded pictures; a picture that no rewriter supports is dropped
     */
    public EmbeddedPictures(List<Rewriter> rewriters) {
        this.rewriters = new ArrayList<>(rewriters);
    }

    /** Returns the URL with the cleaned picture. Returns empty if it is not a data URL, or if the picture is not allowed. */
    Optional<String> clean(String url) {
        Matcher data = DATA.matcher(url);
        if (!data.lookingAt()) {
            return Optional.empty();
        }
        try {
            Bytes picture = Bytes.wrap(
                    Base64.getDecoder().decode(url.substring(data.end()).replaceAll("[ \\t\\r\\n]+", "")));
            Optional<Format> format = Signature.of(picture).filter(ALLOWED::contains);
            return format.isEmpty() ? Optional.empty() : cleaned(format.get(), picture);
        } catch (IllegalArgumentException | ImageException e) {
            return Optional.empty();
        }
    }

    private Optional<String> cleaned(Format format, Bytes picture) throws ImageException {
        ImageInfo info = HeaderReader.read(format, picture);
        LIMITS.check(info);
        for (Rewriter rewriter : rewriters) {
            if (rewriter.formats().contains(format)) {
                Bytes clean = rewriter.rewrite(format, picture, Rewriter.Keep.NOTHING);
                return Optional.of("data:" + format.mediaType() + ";base64,"
                        + Base64.getEncoder().encodeToString(clean.toArray()));
            }
        }
        return Optional.empty();
    }
}
