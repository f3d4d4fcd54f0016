package dev.darkroom.world.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client with one connection that uploads pictures and retries when the server asks for it. Not thread-safe. */
final class LoadClient {
    private static final int MOST_TRIES = 60;
    private static final Pattern VARIANT = Pattern.compile("\"url\":\"([^\"]+)\".*?\"sha256\":\"([0-9a-f]{64})\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final ResponseCounts counts;

    LoadClient(URI server, ResponseCounts counts) {
        this.server = server;
        this.counts = counts;
    }

    /** Uploads a picture until the server accepts it or rejects it permanently. */
    void upload(String contentId, byte[] picture) throws InterruptedException {
        URI address = server.resolve("/api/creators/load/content/" + contentId + "/thumbnail");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + UploadServer.TOKEN)
                .POST(BodyPublishers.ofByteArray(picture))
                .build();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                counts.answered(answer.statusCode());
                if (answer.statusCode() != 429) {
                    if (answer.statusCode() == 201) {
                        counts.taken(answer.body());
                    }
                    return;
                }
                TimeUnit.SECONDS.sleep(
                        answer.headers().firstValueAsLong("Retry-After").orElseThrow());
            } catch (IOException e) {
                counts.broken(e);
                return;
            }
        }
    }

    /** Whether every variant in a manifest is stored with the bytes that the manifest describes. */
    boolean isStoredWhole(String manifest) throws IOException, InterruptedException {
        Matcher variants = VARIANT.matcher(manifest);
        int whole = 0;
        while (variants.find()) {
            HttpResponse<byte[]> variant = http.send(
                    HttpRequest.newBuilder(server.resolve(variants.group(1))).build(), BodyHandlers.ofByteArray());
            if (variant.statusCode() != 200 || !sha256(variant.body()).equals(variants.group(2))) {
                return false;
            }
            whole++;
        }
        return whole == 3;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
