package dev.darkroom.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which libjpeg the running JDK decodes JPEG with: the one in its own source (6b), or the system's libjpeg-turbo. */
public final class JdkLibjpeg {
    private JdkLibjpeg() {}

    /** False where the JDK's JPEG library names another one that it loads, as Debian's does. */
    public static boolean isBundled() {
        Path library = Path.of(System.getProperty("java.home"), "lib", "libjavajpeg.so");
        try {
            return !Files.exists(library)
                    || !new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1).contains("libjpeg.so");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
