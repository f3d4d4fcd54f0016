package dev.darkroom.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks {@code X-Darkroom-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">}. */
final class SignatureVerifier {
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private SignatureVerifier() {}

    /** The error in a signature, as text that starts with "signature"; empty if the signature is valid. */
    static Optional<String> complaint(String header, String secret, String body, Instant now) {
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return Optional.of("signature missing or malformed: \"" + header + "\"");
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        if (Duration.between(signed, now).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of("signature of " + signed + " is too far from now");
        }
        byte[] expected = SigV4.hmac(secret.getBytes(StandardCharsets.UTF_8), form.group(1) + "." + body);
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(form.group(2)))
                ? Optional.empty()
                : Optional.of("signature does not fit the body");
    }
}
