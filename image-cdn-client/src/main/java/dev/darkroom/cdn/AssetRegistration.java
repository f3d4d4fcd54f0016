package dev.darkroom.cdn;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.spi.delivery.Attempts;
import dev.darkroom.spi.delivery.Delivery;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps of one publication: registration with retries and new ids. Not thread-safe. */
final class AssetRegistration {
    /**
     * Limit of ids. A conflict of 64 random bits is very unlikely, so a CDN that reports this many conflicts answers 409 to every request.
     */
    private static final int MAX_IDS = 5;

    private final CdnPublisher cdn;
    private final Delivery delivery;
    private final Deadline deadline;
    private final Attempts attempts;
    private final RegistrationBody registration;
    /** Ids that the CDN may have registered although this class gave them up. */
    private final List<String> left = new ArrayList<>();

    private String id;
    private int ids = 1;
    private int sent;
    /** Whether an attempt with the current id may have been registered without a confirmation. */
    private boolean inDoubt;

    AssetRegistration(CdnPublisher cdn, Delivery delivery) {
        this.cdn = cdn;
        this.delivery = delivery;
        this.deadline = delivery.deadline();
        this.attempts = cdn.retry.attempts(cdn.timeouts, deadline);
        this.registration = registration(delivery);
        this.id = cdn.ids.get();
    }

    Publication run() throws ImageException {
        try {
            return publication(register());
        } catch (ImageException e) {
            if (inDoubt) {
                leave(id);
            }
            throw left.isEmpty() ? e : e.withLeftBehind(left);
        }
    }

    private Asset register() throws ImageException {
        while (true) {
            boolean doubted = inDoubt;
            AttemptResult answer = post();
            if (answer instanceof AttemptResult.NoReply none) {
                inDoubt = doubted || none.sent();
                attempts.failed(none.failure(cdn.name));
            } else if (answer instanceof AttemptResult.Reply reply) {
                if (reply.isSuccess()) {
                    return asset(reply);
                }
                inDoubt = doubted || reply.status() >= 500;
                if (reply.status() != 409) {
                    attempts.failed(reply.failure(cdn.name), reply.retryAfter());
                } else if (doubted && isThere()) {
                    return Asset.at(assetUrl(cdn.publicUrl), delivery.renditions());
                } else {
                    if (doubted) {
                        leave(id);
                    }
                    takeAnotherId(reply);
                }
            }
        }
    }

    /** Sends one attempt. The id is in doubt until this method returns, because a cancelled attempt may have been registered too. */
    private AttemptResult post() throws ImageException {
        HttpRequest request = HttpRequest.newBuilder(assetUrl(cdn.apiUrl))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(registration.body())
                .build();
        var allowed = attempts.next();
        inDoubt = true;
        sent++;
        return cdn.exchange.send(request, cdn.maxReply, allowed, deadline);
    }

    private Asset asset(AttemptResult.Reply reply) throws ImageException {
        if (reply.cutOff()) {
            throw ImageException.refused(cdn.name, "the answer is longer than " + cdn.maxReply + " bytes");
        }
        return Asset.parse(cdn.name, reply.body(), id, delivery.renditions());
    }

    private void takeAnotherId(AttemptResult.Reply taken) throws ImageException {
        inDoubt = false;
        if (ids == MAX_IDS) {
            throw taken.failure(cdn.name);
        }
        ids++;
        id = cdn.ids.get();
    }

    private void leave(String asset) {
        left.add(cdn.name + " asset " + asset);
    }

    /** Whether the CDN serves the asset. A final answer that says neither counts as no. */
    private boolean isThere() throws ImageException {
        try {
            return new AssetProbe(cdn, deadline).serves(id, attempts);
        } catch (ImageException e) {
            if (e.failure().retryable()) {
                throw e;
            }
            return false;
        }
    }

    private URI assetUrl(URI base) {
        return URI.create(base + "/asset/" + id);
    }

    private Publication publication(Asset asset) {
        Map<String, String> properties = Map.of(
                CdnPublisher.ASSET_ID,
                id,
                CdnPublisher.CDN_URL,
                asset.cdnUrl(),
                CdnPublisher.ATTEMPTS,
                Integer.toString(sent));
        return new Publication(cdn.name, asset.variants(), properties);
    }

    private static RegistrationBody registration(Delivery delivery) {
        Map<String, String> given = delivery.attributes();
        var format = delivery.info().format();
        return new RegistrationBody(
                delivery.renditions(),
                given.getOrDefault(CdnPublisher.ORIGINAL_FILENAME, delivery.jobId() + "." + format.extension()),
                given.getOrDefault(CdnPublisher.ORIGINAL_CONTENT_TYPE, format.mediaType()),
                given.getOrDefault(CdnPublisher.IPFS_CID, ""));
    }
}
