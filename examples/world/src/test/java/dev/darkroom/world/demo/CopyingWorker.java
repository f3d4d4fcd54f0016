package dev.darkroom.world.demo;

import dev.darkroom.world.Bucket;
import dev.darkroom.world.Credentials;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A worker that makes the same requests as the fly-worker. Its only variant is the unchanged upload. */
final class CopyingWorker {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private CopyingWorker() {}

    public static void main(String[] args) throws Exception {
        Bucket staging = bucket("R2_BUCKET");
        String key = System.getenv("INPUT_R2_KEY");
        String name = System.getenv("INPUT_FILE_NAME");
        byte[] photo = staging.get(key).orElseThrow().bytes();
        URI asset = URI.create(System.getenv("CDN_API_URL") + "/asset/DEMOASSET");
        String registration = "{\"variants\":[{\"name\":\"thumb\",\"data\":\""
                + Base64.getEncoder().encodeToString(photo) + "\",\"content_type\":\"image/jpeg\",\"size\":"
                + photo.length + "}],\"original_filename\":\"" + name
                + "\",\"original_content_type\":\"image/jpeg\"}";
        int status = post(asset, registration, "");
        if (status == 200) {
            bucket("ARCHIVE_BUCKET").put(name, photo, "image/jpeg");
            byte[] ref = ("{\n  \"url\": \"" + asset + "\"\n}").getBytes(StandardCharsets.UTF_8);
            staging.put(key + ".ref.json", ref, "application/json");
        }
        String body = status == 200
                ? "{\"status\":\"success\",\"performance\":{\"total_time_ms\":12}}"
                : "{\"status\":\"error\",\"error\":\"CDN upload failed: " + status + "\"}";
        post(URI.create(System.getenv("CALLBACK_URL")), body, signature(body));
        System.exit(status == 200 ? 0 : 1);
    }

    private static Bucket bucket(String variable) {
        return new Bucket(URI.create(System.getenv("R2_ENDPOINT")), Credentials.LOCAL, System.getenv(variable));
    }

    private static int post(URI uri, String json, String signature) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("X-Darkroom-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String signature(String body) throws Exception {
        long now = Instant.now().getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("CALLBACK_SECRET").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] sum = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
        return "t=" + now + ",v1=" + HexFormat.of().formatHex(sum);
    }
}
