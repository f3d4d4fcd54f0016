package dev.darkroom.hostile.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs Jazzer on one target, in a separate process with little memory. The corpus of inputs stays in its folder, and the next campaign
 * continues with it.
 */
final class Campaign {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    /**
     * Limit of the resident memory, in MiB. A quarter of it is the JVM's heap; the rest is for native codecs and for the JVM's other
     * memory.
     */
    private static final int MOST_RESIDENT_MIB = 1024;

    /** Limit of the elapsed time per input, for code that never ends. {@link FuzzContract} limits CPU time. */
    private static final int SECONDS_PER_INPUT = 300;

    private static final int MOST_FINDINGS = 30;

    private final FuzzTarget target;
    private final Path folder;

    Campaign(FuzzTarget target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /**
     * @param bounds options of libFuzzer that limit the campaign, such as {@code -runs=1000}
     */
    CampaignReport run(String... bounds) {
        try {
            Seeds.write(target, folder.resolve("seeds"));
            Files.createDirectories(folder.resolve("learnt"));
            Files.createDirectories(findings());
            Files.write(folder.resolve("words.dict"), Dictionary.lines(target), StandardCharsets.US_ASCII);
            Path log = folder.resolve("log.txt");
            Process process = new ProcessBuilder(command(bounds))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            int status = process.waitFor();
            return CampaignReport.read(target, log, status, found());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path findings() {
        return folder.resolve("findings");
    }

    private List<Path> found() throws IOException {
        try (Stream<Path> files = Files.list(findings())) {
            return files.filter(file -> !file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> command(String... bounds) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                JAZZER,
                "--target_class=" + target.className(),
                "--instrumentation_includes=dev.darkroom.**:com.drew.**:com.github.weisj.jsvg.**",
                "--instrumentation_excludes=dev.darkroom.hostile.**",
                "--keep_going=" + MOST_FINDINGS,
                "--reproducer_path=" + findings(),
                "-artifact_prefix=" + findings() + File.separator,
                "-max_len=" + Seeds.LONGEST,
                "-timeout=" + SECONDS_PER_INPUT,
                "-rss_limit_mb=" + MOST_RESIDENT_MIB,
                "-report_slow_units=" + SECONDS_PER_INPUT,
                "-print_final_stats=1",
                "-dict=" + folder.resolve("words.dict")));
        command.addAll(List.of(bounds));
        command.add(folder.resolve("learnt").toString());
        command.add(folder.resolve("seeds").toString());
        return command;
    }
}
