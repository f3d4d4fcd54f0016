package dev.darkroom.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of this process, decoded as UTF-8 in every locale. */
public final class Environment {
    /** The initial environment of the process; each variable ends with a zero byte (proc(5)). */
    private static final Path BLOCK = Path.of("/proc/self/environ");

    private Environment() {}

    /**
     * Reads all variables. {@link System#getenv()} decodes them in the encoding of the locale. In the POSIX locale of most containers it
     * replaces every letter outside ASCII by a question mark. So on Linux this method reads the bytes themselves.
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
