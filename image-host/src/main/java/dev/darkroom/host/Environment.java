package dev.darkroom.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment of this process, as text in UTF-8 whatever the locale. */
public final class Environment {
    /** What the process was started with, each variable ended by a zero byte (proc(5)). */
    private static final Path BLOCK = Path.of("/proc/self/environ");

    private Environment() {}

    /**
     * All variables. {@link System#getenv()} reads them in the locale's encoding, and in the plain locale of most containers turns every
     * letter outside ASCII into a question mark: so on Linux the bytes themselves are read.
     */
    public static Map<String, String> read() {
        try {
            return parse(Files.readAllBytes(BLOCK));
        } catch (IOException e) { // not Linux, or /proc is not there
            return System.getenv();
        }
    }

    static Map<String, String> parse(byte[] block) {
        Map<String, String> variables = new HashMap<>();
        for (String entry : new String(block, StandardCharsets.UTF_8).split("\0", -1)) {
            int equals = entry.indexOf('=', 1);
            if (equals > 0) {
                variables.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return Map.copyOf(variables);
    }
}
