package dev.darkroom.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first gate: whether a request may do what it asks for one creator. Reads nothing of its body. Thread-safe. */
final class Access {
    /** RFC 6750, section 2.1. */
    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,256}=*)", Pattern.CASE_INSENSITIVE);

    private final Tokens tokens;
    private final Links links;

    Access(Tokens tokens, Links links) {
        this.tokens = tokens;
        this.links = links;
    }

    /** By a link, or by a token. */
    void mayUpload(HttpServletRequest request, Route.Picture picture) throws Refused {
        String query = request.getQueryString();
        if (query != null && request.getHeader("Authorization") == null) {
            links.check(picture, query);
        } else {
            mayManage(request, picture);
        }
    }

    /** By a token alone. */
    void mayManage(HttpServletRequest request, Route.Picture picture) throws Refused {
        List<String> given = Collections.list(request.getHeaders("Authorization"));
        if (given.isEmpty()) {
            throw new Refused(Reason.TOKEN_MISSING, "send the header \"Authorization: Bearer TOKEN\"");
        }
        Matcher bearer = BEARER.matcher(given.get(0));
        if (given.size() > 1 || !bearer.matches()) {
            throw new Refused(Reason.TOKEN_UNKNOWN, "the Authorization header is not one Bearer token");
        }
        String creatorId = tokens.creatorOf(bearer.group(1))
                .orElseThrow(() -> new Refused(Reason.TOKEN_UNKNOWN, "this token is not known here"));
        if (!creatorId.equals(picture.creatorId())) {
            throw new Refused(Reason.OTHER_CREATOR, "this token is not for creator " + picture.creatorId());
        }
    }
}
