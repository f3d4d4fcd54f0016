package dev.darkroom.upload.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The access tokens and their creators. It keeps only hashes of the tokens and always compares all of them, so that the response time
 * reveals nothing. Thread-safe.
 */
public final class AccessTokens {
    private final List<Known> known = new ArrayList<>();

    private record Known(byte[] sha256, String creatorId) {}

    /**
     * @param creators creator ids by token
     */
    public AccessTokens(Map<String, String> creators) {
        creators.forEach((token, creatorId) -> known.add(new Known(sha256(token), creatorId)));
    }

    /**
     * Reads {@code creator:token} pairs that are separated by commas or line ends. Lines that start with {@code #} are ignored.
     *
     * @throws IllegalArgumentException if a pair is malformed or a token occurs twice; the message contains no token
     */
    public static Map<String, String> parse(String pairs) {
        Map<String, String> creators = new java.util.LinkedHashMap<>();
        for (String line : pairs.split("[,\\r\\n]+")) {
            String pair = line.strip();
            if (pair.isEmpty() || pair.startsWith("#")) {
                continue;
            }
            int colon = pair.indexOf(':');
            String creatorId = colon < 0 ? "" : pair.substring(0, colon);
            String token = pair.substring(colon + 1);
            if (!Route.ID.matcher(creatorId).matches() || token.length() < 16) {
                throw new IllegalArgumentException(
                        "a token has the form creator:token, with the creator as in addresses and at least 16 characters of token");
            }
            if (creators.put(token, creatorId) != null) {
                throw new IllegalArgumentException("a token of " + creatorId + " occurs twice");
            }
        }
        return creators;
    }

    public Optional<String> creatorOf(String token) {
        byte[] hash = sha256(token);
        String found = "";
        for (Known one : known) {
            if (MessageDigest.isEqual(one.sha256, hash)) {
                found = one.creatorId;
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
