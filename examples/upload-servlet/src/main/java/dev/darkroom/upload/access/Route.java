package dev.darkroom.upload.access;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The resource that a request path addresses. Path segments are used undecoded and must match an allowlist, so that no escape, dot segment,
 * control character or right-to-left mark reaches a key.
 */
public sealed interface Route {
    /** One picture of one content. */
    record Picture(PictureKind kind, String creatorId, String contentId) implements Route {
        public String path() {
            return "/api/creators/" + creatorId + "/content/" + contentId + "/" + kind.segment();
        }
    }

    /** The resource that makes upload links for a picture. */
    record Link(Picture to) implements Route {}

    /** A stored variant. */
    record Media(String key) implements Route {}

    /** A file of the page, or a report about the server. */
    record Fixed(String path) implements Route {}

    Set<String> FIXED = Set.of("/", "/page.css", "/page.js", "/healthz", "/metrics");

    /** An id: 1 to 64 letters, digits, hyphens and underscores. */
    Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** A key: 2 to 8 segments of 1 to 128 letters, digits, hyphens, underscores and dots, where no segment starts with a dot. */
    Pattern KEY = Pattern.compile("(?=.{3,512}$)(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}/){1,7}"
            + "[A-Za-z0-9_-][A-Za-z0-9._-]{0,123}\\.(?:webp|png|jpg|svg)");

    /**
     * @param path the path of the request, undecoded, without the context path
     * @throws ProblemException if nothing is served at the path
     */
    static Route of(String path) throws ProblemException {
        if (FIXED.contains(path)) {
            return new Fixed(path);
        }
        if (path.startsWith("/media/")) {
            String key = path.substring("/media/".length());
            if (!KEY.matcher(key).matches()) {
                throw new ProblemException(
                        ProblemType.INVALID_PATH, "the part after /media/ is not the key of a variant");
            }
            return new Media(key);
        }
        String[] parts = path.split("/", -1);
        if (parts.length < 7
                || !parts[1].equals("api")
                || !parts[2].equals("creators")
                || !parts[4].equals("content")) {
            throw new ProblemException(ProblemType.NOT_FOUND, "there is nothing at this address");
        }
        Picture picture = new Picture(
                PictureKind.of(parts[6])
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.NOT_FOUND, "a content has only a thumbnail, a logo and an avatar")),
                id("creator", parts[3]),
                id("content", parts[5]));
        if (parts.length == 7) {
            return picture;
        }
        if (parts.length == 8 && parts[7].equals("link")) {
            return new Link(picture);
        }
        throw new ProblemException(ProblemType.NOT_FOUND, "there is nothing at this address");
    }

    private static String id(String of, String segment) throws ProblemException {
        if (!ID.matcher(segment).matches()) {
            throw new ProblemException(
                    ProblemType.INVALID_PATH,
                    "the " + of + "'s id is not 1 to 64 letters (A-Z, a-z), digits, hyphens and underscores");
        }
        return segment;
    }
}
