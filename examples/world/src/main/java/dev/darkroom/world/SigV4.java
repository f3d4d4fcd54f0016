package dev.darkroom.world;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 for S3 with header authorization, after "Authenticating Requests (AWS Signature Version 4)". */
final class SigV4 {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String REGION = "auto";

    private final Credentials credentials;

    SigV4(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * The header fields to send, including the given ones.
     *
     * @param uri the URI; its path and query are encoded according to RFC 3986 and signed in that form
     * @param amz fields to sign in addition to the mandatory ones, with names in lower case
     */
    Map<String, String> sign(String method, URI uri, Map<String, String> amz, byte[] body, Instant now) {
        String time = TIME.format(now);
        SortedMap<String, String> signed = new TreeMap<>(amz);
        signed.put("host", uri.getRawAuthority());
        signed.put("x-amz-date", time);
        signed.put("x-amz-content-sha256", sha256(body));
        String names = String.join(";", signed.keySet());
        String canonical = String.join(
                "\n",
                method,
                uri.getRawPath(),
                sortedQuery(uri),
                signed.entrySet().stream()
                        .map(field -> field.getKey() + ":" + field.getValue().strip() + "\n")
                        .collect(Collectors.joining()),
                names,
                sha256(body));
        String day = time.substring(0, 8);
        String scope = day + "/" + REGION + "/s3/aws4_request";
        String toSign =
                String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = hmac(("AWS4" + credentials.secret()).getBytes(StandardCharsets.UTF_8), day);
        key = hmac(hmac(hmac(key, REGION), "s3"), "aws4_request");
        signed.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + credentials.identity() + "/" + scope + ", SignedHeaders=" + names
                        + ", Signature=" + HexFormat.of().formatHex(hmac(key, toSign)));
        return signed;
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String sortedQuery(URI uri) {
        String query = uri.getRawQuery();
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }
}
