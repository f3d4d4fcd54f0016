package dev.darkroom.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Detects which libjpeg the running JDK uses to decode JPEG: the one in its own source (6b), or the system's libjpeg-turbo. */
public final class JdkLibjpeg {
    private JdkLibjpeg() {}

    /** Whether the JDK uses its own libjpeg. False if the JDK's JPEG library loads another one, as in Debian. */
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
