package dev.darkroom.bench.memory;

import dev.darkroom.bench.engine.JsonText;
import dev.darkroom.bench.result.Results;
import dev.darkroom.world.Jdk;
import dev.darkroom.world.StrictJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Memory benchmark: {@code ./darkroom bench memory [--peers] [--json] [--flags "FLAG ..."]}. It processes large pictures, each in a new
 * process.
 */
public final class MemoryBench {
    private static final String FLAGS = "-Xmx32m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
            + " -XX:ReservedCodeCacheSize=16m -XX:CICompilerCount=1 --enable-native-access=ALL-UNNAMED";

    /** Memory budget of the pipeline for pixels, in MiB. */
    private static final int MEMORY_MIB = 48;

    private final Path root;
    private final PrintStream out;

    /**
     * @param root the folder of the repository
     */
    public MemoryBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** Runs the benchmark with the given arguments. */
    public void run(List<String> arguments) throws IOException {
        int flagsAt = arguments.indexOf("--flags") + 1;
        List<String> flags = List.of((flagsAt > 0 ? arguments.get(flagsAt) : FLAGS).split(" +"));
        Path scratch = root.resolve("benchmarks/target/scratch/memory");
        Map<String, List<String>> programs = new LinkedHashMap<>();
        List<String> java = new ArrayList<>(List.of(Jdk.running().java().toString()));
        java.addAll(flags);
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), Shrink.class.getName()));
        programs.put("darkroom", java);
        Path sharp = root.resolve("benchmarks/peers/sharp");
        if (arguments.contains("--peers") && Files.isDirectory(sharp.resolve("node_modules"))) {
            programs.put("sharp", List.of("node", sharp.resolve("once.mjs").toString()));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<String, Path> picture : new LargePictures(scratch).make().entrySet()) {
            programs.forEach((name, command) ->
                    rows.add(row(name, command, picture.getKey(), picture.getValue(), scratch.resolve(name))));
        }
        Map<String, Object> result = Results.begun("memory", arguments);
        result.put("flags", flags);
        result.put("memoryMib", MEMORY_MIB);
        result.put("rows", rows);
        new Results(root.resolve("benchmarks/target/results")).keep("memory", result);
        if (arguments.contains("--json")) {
            out.println(JsonText.of(result));
        } else {
            out.println("darkroom: java " + String.join(" ", flags) + " " + Shrink.class.getName()
                    + ", pixels in at most " + MEMORY_MIB + " MiB");
            rows.forEach(row -> out.println(text(row)));
        }
    }

    private static Map<String, Object> row(String program, List<String> command, String picture, Path file, Path to) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(file.toString(), to.toString(), Integer.toString(MEMORY_MIB)));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("program", program);
        row.put("picture", picture);
        try {
            row.put("bytes", Files.size(file));
            Process process =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            row.put("exit", process.waitFor());
            putAll(row, said);
        } catch (IOException | InterruptedException e) {
            row.put("outcome", "not run: " + e.getMessage());
        }
        return row;
    }

    /** Adds the values of the last output line, which is JSON. If the last line is not JSON, the program gave no result. */
    private static void putAll(Map<String, Object> row, String said) {
        String last = said.substring(said.lastIndexOf('\n') + 1);
        try {
            Map<String, @Nullable Object> answer = StrictJson.object(last);
            answer.forEach((name, value) -> row.put(name, value == null ? "" : value));
        } catch (IllegalArgumentException notJson) {
            row.put("outcome", said.substring(Math.max(0, said.length() - 500)));
        }
    }

    private static String text(Map<String, Object> row) {
        return String.format(
                Locale.ROOT,
                "%-26s %5.1f MB  %-9s peak RSS %s MB  %s ms  %s",
                row.get("picture"),
                number(row, "bytes") / 1e6,
                row.get("program"),
                Math.round(number(row, "peakKib") / 1024),
                Math.round(number(row, "wallMs")),
                row.get("outcome"));
    }

    private static double number(Map<String, Object> row, String name) {
        return row.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
