package dev.darkroom.hostile.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Main class that fuzzes for a number of minutes: {@code FOLDER [MINUTES] [TARGET...]}. Exit status: 1 if anything was found. */
public final class Fuzz {
    private static final int MINUTES = 20;

    private Fuzz() {}

    public static void main(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path folder = Path.of(words.remove(0));
        boolean timed = !words.isEmpty() && words.get(0).matches("\\d+");
        int minutes = timed ? Integer.parseInt(words.remove(0)) : MINUTES;
        List<FuzzTarget> targets = FuzzTarget.named(words);
        System.out.printf("Fuzzing %s, each for %d minutes; see %s%n", targets, minutes, folder);
        List<CampaignReport> reports = Campaigns.run(targets, folder, "-max_total_time=" + 60 * minutes);
        System.out.println(CampaignReport.heading());
        reports.forEach(report -> System.out.println(report.row()));
        for (CampaignReport report : reports) {
            report.errors().forEach(error -> System.out.println(report.target().word() + ": " + error));
            report.findings()
                    .forEach(input -> System.out.println(report.target().word() + ": " + input));
            if (report.status() != 0 && report.errors().isEmpty()) {
                System.out.println(report.target().word() + " ended with " + report.status() + "; see " + report.log());
            }
        }
        System.exit(reports.stream().allMatch(CampaignReport::clean) ? 0 : 1);
    }
}
