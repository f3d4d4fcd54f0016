package dev.darkroom.upload.access;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks whether a request is authorized for a creator. It is the first check and does not read the body. Thread-safe. */
public final class Authorization {
    /** RFC 6750, section 2.1. */
    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,256}=*)", Pattern.CASE_INSENSITIVE);

    private final AccessTokens tokens;
    private final UploadLinks links;

    public Authorization(AccessTokens tokens, UploadLinks links) {
        this.tokens = tokens;
        this.links = links;
    }

    /** Checks that the request has a valid link or token for the picture. */
    public void mayUpload(HttpServletRequest request, Route.Picture picture) throws ProblemException {
        String query = request.getQueryString();
        if (query != null && request.getHeader("Authorization") == null) {
            links.check(picture, query);
        } else {
            mayManage(request, picture);
        }
    }

    /** Checks that the request has a valid token for the picture. A link is not enough. */
    public void mayManage(HttpServletRequest request, Route.Picture picture) throws ProblemException {
        List<String> given = Collections.list(request.getHeaders("Authorization"));
        if (given.isEmpty()) {
            throw new ProblemException(ProblemType.TOKEN_MISSING, "send the header \"Authorization: Bearer TOKEN\"");
        }
        Matcher bearer = BEARER.matcher(given.get(0));
        if (given.size() > 1 || !bearer.matches()) {
            throw new ProblemException(ProblemType.TOKEN_UNKNOWN, "the Authorization header is not one Bearer token");
        }
        String creatorId = tokens.creatorOf(bearer.group(1))
                .orElseThrow(() -> new ProblemException(ProblemType.TOKEN_UNKNOWN, "this token is unknown"));
        if (!creatorId.equals(picture.creatorId())) {
            throw new ProblemException(
                    ProblemType.OTHER_CREATOR, "this token is not for creator " + picture.creatorId());
        }
    }
}
