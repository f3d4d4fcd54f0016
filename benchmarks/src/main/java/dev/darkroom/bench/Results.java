package dev.darkroom.bench;

import dev.darkroom.bench.engine.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where runs leave their results for the report, one file for each kind of run, the latest only. */
public final class Results {
    private final Path folder;

    /** In a folder made when it is needed. */
    public Results(Path folder) {
        this.folder = folder;
    }

    /** A result to be filled: how it was asked for, and on what machine. */
    public static Map<String, Object> begun(String run, List<String> arguments) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run", run);
        result.put("arguments", arguments.stream().map(Results::shown).toList());
        result.put("machine", Machine.facts());
        return result;
    }

    /** A folder of somebody's machine is nobody else's business. */
    private static String shown(String argument) {
        return argument.startsWith("/") ? "DIR" : argument;
    }

    /** Keeps a result under a name. */
    public void keep(String name, Map<String, Object> result) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".json"), JsonText.of(result) + "\n");
    }
}
