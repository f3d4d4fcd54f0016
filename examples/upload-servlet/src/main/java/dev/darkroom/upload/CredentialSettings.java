package dev.darkroom.upload;

import dev.darkroom.upload.access.AccessTokens;
import dev.darkroom.upload.access.UploadLinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

/** Reads tokens and secrets from the settings. */
final class CredentialSettings {
    private static final SecureRandom RANDOM = new SecureRandom();

    private CredentialSettings() {}

    /**
     * @throws IllegalArgumentException if no token is set
     */
    static AccessTokens tokens(Map<String, String> settings) {
        Map<String, String> creators = AccessTokens.parse(ServletVariable.TOKENS.in(settings) + "\n" + file(settings));
        if (creators.isEmpty()) {
            throw new IllegalArgumentException("no token is set: set TOKENS or TOKENS_FILE");
        }
        return new AccessTokens(creators);
    }

    static boolean areMissing(Map<String, String> settings) {
        return ServletVariable.TOKENS.in(settings).isEmpty()
                && ServletVariable.TOKENS_FILE.in(settings).isEmpty();
    }

    static UploadLinks links(Map<String, String> settings, Clock clock) {
        String secret = ServletVariable.LINK_SECRET.in(settings);
        return new UploadLinks((secret.isEmpty() ? random() : secret).getBytes(StandardCharsets.UTF_8), clock);
    }

    /** A random string of 192 bits, in characters that need no escape in a URL. */
    static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String file(Map<String, String> settings) {
        String file = ServletVariable.TOKENS_FILE.in(settings);
        try {
            return file.isEmpty() ? "" : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("TOKENS_FILE cannot be read", e);
        }
    }
}
