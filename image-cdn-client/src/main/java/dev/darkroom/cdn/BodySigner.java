package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs bodies, so that the receiver can verify the sender and the time: {@code t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">}.
 * Thread-safe.
 */
final class BodySigner {
    static final String HEADER = "X-Darkroom-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    BodySigner(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the callback secret is empty");
        }
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String of(Bytes body, Instant now) {
        long seconds = now.getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            mac.update(body.asByteBuffer());
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
