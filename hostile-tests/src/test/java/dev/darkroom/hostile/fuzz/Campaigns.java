package dev.darkroom.hostile.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several targets, as many side by side as there are cores for. */
final class Campaigns {
    private static final int SIDE_BY_SIDE = 2;

    private Campaigns() {}

    /**
     * @param root has a folder for each target
     * @return in the order of the targets
     */
    static List<CampaignReport> run(List<FuzzTarget> targets, Path root, String... bounds) {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<CompletableFuture<CampaignReport>> running = targets.stream()
                    .map(target -> new Campaign(target, root.resolve(target.word())))
                    .map(campaign -> CompletableFuture.supplyAsync(() -> campaign.run(bounds), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
