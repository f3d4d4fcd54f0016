package dev.darkroom.upload.access;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and checks upload links. A link allows its holder to upload one picture until the link expires, and nothing else. Thread-safe. */
public final class UploadLinks {
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern QUERY = Pattern.compile("expires=(\\d{1,12})&signature=([A-Za-z0-9_-]{43})");

    private final SecretKeySpec secret;
    private final Clock clock;

    public UploadLinks(byte[] secret, Clock clock) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
        this.clock = clock;
    }

    /** The query string of a link and the time at which it expires. */
    public record Link(String query, Instant expires) {}

    public Link to(Route.Picture picture) {
        Instant expires = Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
        return new Link("expires=" + expires.getEpochSecond() + "&signature=" + sign(picture, expires), expires);
    }

    /**
     * @param query the query string of the request, undecoded
     */
    void check(Route.Picture picture, String query) throws ProblemException {
        Matcher matcher = QUERY.matcher(query);
        if (!matcher.matches()) {
            throw new ProblemException(ProblemType.LINK_INVALID, "the link was changed");
        }
        Instant expires = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
        byte[] expected = sign(picture, expires).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, matcher.group(2).getBytes(StandardCharsets.US_ASCII))) {
            throw new ProblemException(ProblemType.LINK_INVALID, "the link was changed or is for another picture");
        }
        if (clock.instant().isAfter(expires)) {
            throw new ProblemException(
                    ProblemType.LINK_EXPIRED, "the link was valid until " + expires + "; ask for a new one");
        }
    }

    private String sign(Route.Picture picture, Instant expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            String message = "POST\n" + picture.path() + "\n" + expires.getEpochSecond();
            byte[] signature = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
