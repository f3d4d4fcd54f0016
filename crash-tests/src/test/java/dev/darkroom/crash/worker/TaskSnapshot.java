package dev.darkroom.crash.worker;

import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The externally visible state of a task.
 *
 * @param staging objects in staging, by key; {@code archive} has those in the archive
 * @param refArchiveKey the archive key of the original according to the ref; empty if there is none
 * @param taken callbacks that the orchestrator received, in their order, with or without a response
 * @param told callbacks that the orchestrator received completely and accepted by the status of its response, even if the rest of the
 *     response was lost
 */
public record TaskSnapshot(
        Map<String, byte[]> staging,
        String refArchiveKey,
        Map<String, byte[]> archive,
        List<RegisteredAsset> assets,
        List<ReceivedCallback> taken,
        List<ReceivedCallback> told) {
    /** Success callbacks that the orchestrator has received. */
    public List<ReceivedCallback> successes() {
        return Stream.concat(taken.stream(), told.stream())
                .filter(TaskSnapshot::isSuccess)
                .toList();
    }

    /** Whether a success callback was accepted in a way that the worker can know. */
    public boolean hasToldSuccess() {
        return told.stream().anyMatch(TaskSnapshot::isSuccess);
    }

    public static boolean isSuccess(ReceivedCallback callback) {
        return callback.status().equals("success");
    }
}
