package dev.darkroom.crash.worker;

import dev.darkroom.world.Asset;
import dev.darkroom.world.Callback;
import java.util.List;
import java.util.Map;

/**
 * What there is to see of a task from outside.
 *
 * @param staging objects by key, here and in the archive
 * @param refArchiveKey what the ref's object says about where the original is; empty for nothing
 * @param taken callbacks, in their order
 */
public record WorkerSeen(
        Map<String, byte[]> staging,
        String refArchiveKey,
        Map<String, byte[]> archive,
        List<Asset> assets,
        List<Callback> taken) {}
