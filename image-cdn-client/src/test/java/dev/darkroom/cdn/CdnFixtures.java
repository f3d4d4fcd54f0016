package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Size;
import dev.darkroom.spi.delivery.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Test input for publishers and notifiers. */
final class CdnFixtures {
    static final Map<String, String> ATTRIBUTES =
            Map.of(CdnPublisher.ORIGINAL_FILENAME, "sun \"set\" é.jpg", CdnPublisher.IPFS_CID, "bafy123");

    private CdnFixtures() {}

    static ImageInfo info() {
        return new ImageInfo(
                Format.JPEG,
                new Size(3000, 4000),
                Orientation.values()[5],
                1,
                false,
                ColorModel.RGB,
                ColorEncoding.SRGB,
                8,
                false,
                false);
    }

    static Rendition rendition(String name, int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return new Rendition(name, Format.JPEG, new Size(400, 300), Bytes.wrap(content));
    }

    static Delivery delivery(Map<String, String> attributes, Deadline deadline, Rendition... renditions) {
        return new Delivery("job-1", attributes, Bytes.empty(), info(), List.of(renditions), List.of(), deadline);
    }

    static Delivery delivery(Rendition... renditions) {
        return delivery(ATTRIBUTES, Deadline.after(Duration.ofHours(1)), renditions);
    }

    /** The reply of a CDN that has registered {@code id}. */
    static String registered(String id, String... variants) {
        StringBuilder urls = new StringBuilder();
        for (String variant : variants) {
            urls.append(urls.isEmpty() ? "" : ",")
                    .append("\"" + variant + "\":\"https://cdn.example/asset/" + id + "?size=" + variant + "\"");
        }
        return "{\"success\":true,\"assetId\":\"" + id + "\",\"cdnUrl\":\"https://cdn.example/asset/" + id
                + "\",\"variants\":{" + urls + "}}";
    }

    /** Accepts every registration, with the variant {@code thumb}. */
    static ScriptedHttpServer.Reaction registers() {
        return (request, socket, out) -> ScriptedHttpServer.write(out, 200, registered(request.id(), "thumb"));
    }
}
