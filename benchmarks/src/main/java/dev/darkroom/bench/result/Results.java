package dev.darkroom.bench.result;

import dev.darkroom.bench.engine.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder in which runs store their results for the report. It has one file for each kind of run, with the latest result. */
public final class Results {
    private final Path folder;

    /** Results in a folder. The folder is created when it is needed. */
    public Results(Path folder) {
        this.folder = folder;
    }

    /** A new result with the run, its arguments and the machine. */
    public static Map<String, Object> begun(String run, List<String> arguments) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run", run);
        result.put("arguments", arguments.stream().map(Results::shown).toList());
        result.put("machine", Machine.facts());
        return result;
    }

    /** The argument as the report shows it: folders of this machine are hidden. */
    private static String shown(String argument) {
        return argument.startsWith("/") ? "DIR" : argument;
    }

    /** Stores a result under a name. */
    public void keep(String name, Map<String, Object> result) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".json"), JsonText.of(result) + "\n");
    }
}
