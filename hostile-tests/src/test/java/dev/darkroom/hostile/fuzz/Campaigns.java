package dev.darkroom.hostile.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs the campaigns of several targets, two at a time. */
final class Campaigns {
    private static final int SIDE_BY_SIDE = 2;

    private Campaigns() {}

    /**
     * @param root folder that contains a folder for each target
     * @return the reports, in the order of the targets
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
