package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Rendition;
import dev.darkroom.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An asset of a CDN: its URL and the URLs of its variants.
 *
 * @param cdnUrl URL of the asset
 * @param variants URL by variant name
 */
record Asset(String cdnUrl, Map<String, String> variants) {
    private static final int MAX_DEPTH = 16;

    /**
     * Parses the reply to a registration.
     *
     * @throws ImageException when the reply is not the specified JSON, or is not about this asset and all renditions
     */
    static Asset parse(String service, Bytes reply, String id, List<Rendition> renditions) throws ImageException {
        Map<String, @Nullable Object> answer;
        try {
            answer = Json.object(reply, Integer.MAX_VALUE, MAX_DEPTH);
        } catch (ImageException e) {
            throw ImageException.refused(service, "the answer is " + e.failure().message());
        }
        if (!Boolean.TRUE.equals(answer.get("success"))) {
            throw ImageException.refused(service, "the answer does not say success");
        }
        if (!id.equals(answer.get("assetId"))) {
            throw ImageException.refused(service, "the answer is about another asset");
        }
        if (!(answer.get("cdnUrl") instanceof String cdnUrl) || !isUrl(cdnUrl) || !cdnUrl.endsWith("/" + id)) {
            throw ImageException.refused(service, "the answer's cdnUrl is not one of this asset");
        }
        Map<String, String> variants = new HashMap<>();
        for (Rendition rendition : renditions) {
            if (!(answer.get("variants") instanceof Map<?, ?> urls)
                    || !(urls.get(rendition.name()) instanceof String url)
                    || !isUrl(url)) {
                throw ImageException.refused(service, "the answer has no URL for variant " + rendition.name());
            }
            variants.put(rendition.name(), url);
        }
        return new Asset(cdnUrl, variants);
    }

    /** Makes the asset that the CDN would have returned, for an asset that is known to exist. */
    static Asset at(URI url, List<Rendition> renditions) {
        Map<String, String> variants = new HashMap<>();
        for (Rendition rendition : renditions) {
            variants.put(
                    rendition.name(), url + "?size=" + URLEncoder.encode(rendition.name(), StandardCharsets.UTF_8));
        }
        return new Asset(url.toString(), variants);
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
