package dev.darkroom.crash.worker;

import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What there is to see of a task from outside.
 *
 * @param staging objects by key, here and in the archive
 * @param refArchiveKey what the ref's object says about where the original is; empty for nothing
 * @param taken callbacks that the orchestrator has, in their order, answered or not
 * @param told callbacks that the orchestrator got whole and answered with a status that takes them, whatever came of the rest of the
 *     answer and of what it does with them
 */
public record TaskSnapshot(
        Map<String, byte[]> staging,
        String refArchiveKey,
        Map<String, byte[]> archive,
        List<RegisteredAsset> assets,
        List<ReceivedCallback> taken,
        List<ReceivedCallback> told) {
    /** Successes that somebody may rely on. */
    public List<ReceivedCallback> successes() {
        return Stream.concat(taken.stream(), told.stream())
                .filter(TaskSnapshot::isSuccess)
                .toList();
    }

    /** Whether it was told, and told in a way the worker can know of, that the task succeeded. */
    public boolean hasToldSuccess() {
        return told.stream().anyMatch(TaskSnapshot::isSuccess);
    }

    public static boolean isSuccess(ReceivedCallback callback) {
        return callback.status().equals("success");
    }
}
