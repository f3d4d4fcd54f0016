package dev.darkroom.cdn;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.Attempts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.regex.Pattern;

/** Asks a CDN whether it serves an asset. */
record AssetProbe(CdnPublisher cdn, Deadline deadline) {
    /** The form of ids. They are checked, because some come from stored files, and they become part of a URL. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /**
     * Asks with retries whether the asset is served.
     *
     * @return true for status 200; false for 404 and 410, and for an id of another form
     * @throws ImageException also for any other status
     */
    boolean serves(String id, Attempts attempts) throws ImageException {
        if (!ID.matcher(id).matches()) {
            return false;
        }
        URI url = URI.create(cdn.publicUrl + "/asset/" + id);
        HttpRequest request = HttpRequest.newBuilder(url).GET().build();
        while (true) {
            AttemptResult answer = cdn.exchange.send(request, cdn.maxReply, attempts.next(), deadline);
            if (answer instanceof AttemptResult.Reply reply) {
                ImageException failure = reply.failure(cdn.name);
                if (reply.status() == 200) {
                    return true;
                }
                if (reply.status() == 404 || reply.status() == 410) {
                    return false;
                }
                attempts.failed(failure, reply.retryAfter());
            } else {
                attempts.failed(answer.failure(cdn.name));
            }
        }
    }
}
