package dev.darkroom.hostile.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The result of a campaign.
 *
 * @param coverage number of executed edges of the library's code
 * @param features number of executed edges, counted separately by their frequency
 * @param errors the exceptions and their inputs, in Jazzer's words
 * @param findings the files with the inputs that failed
 * @param status exit status of the process
 */
record CampaignReport(
        FuzzTarget target,
        long executions,
        long seconds,
        long coverage,
        long features,
        Set<String> errors,
        List<Path> findings,
        int status,
        Path log) {
    private static final Pattern PROGRESS = Pattern.compile("^#(\\d+)\\s.*?cov: (\\d+) ft: (\\d+)");
    private static final Pattern ERROR = Pattern.compile("^== (Java Exception: .*|.*ERROR: .*)");
    private static final Pattern DONE = Pattern.compile("^Done (\\d+) runs in (\\d+) second");

    static CampaignReport read(FuzzTarget target, Path log, int status, List<Path> findings) throws IOException {
        long executions = 0;
        long seconds = 0;
        long coverage = 0;
        long features = 0;
        Set<String> errors = new LinkedHashSet<>();
        for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
            Matcher progress = PROGRESS.matcher(line);
            Matcher error = ERROR.matcher(line);
            Matcher done = DONE.matcher(line);
            if (progress.find()) {
                executions = Long.parseLong(progress.group(1));
                coverage = Math.max(coverage, Long.parseLong(progress.group(2)));
                features = Math.max(features, Long.parseLong(progress.group(3)));
            } else if (error.find()) {
                errors.add(error.group(1));
            } else if (done.find()) {
                executions = Long.parseLong(done.group(1));
                seconds = Long.parseLong(done.group(2));
            }
        }
        return new CampaignReport(target, executions, seconds, coverage, features, errors, findings, status, log);
    }

    /** Whether Jazzer ran to its end and found nothing. */
    boolean clean() {
        return status == 0 && executions > 0 && coverage > 0 && errors.isEmpty() && findings.isEmpty();
    }

    static String heading() {
        return String.format(
                "%-10s %12s %8s %10s %10s %9s", "target", "executions", "seconds", "coverage", "features", "findings");
    }

    String row() {
        return String.format(
                "%-10s %,12d %8d %,10d %,10d %9d",
                target.word(), executions, seconds, coverage, features, findings.size());
    }
}
