package dev.darkroom.world;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the class path of S3Proxy. The build writes the compile class path of this module to {@code target/s3proxy.classpath}. Users of
 * this module do not get it on their class path, because S3Proxy needs other versions of many libraries.
 */
final class S3ClassPath {
    private static final String PROPERTY = "darkroom.s3proxy.classpath";

    private S3ClassPath() {}

    /** The classes of this module and the jars of S3Proxy. All files exist. */
    static String find() throws IOException {
        Path own = own();
        Path list = own.resolveSibling("s3proxy.classpath");
        String jars = System.getProperty(PROPERTY);
        if (jars == null) {
            if (!Files.isRegularFile(list)) {
                throw new IOException("the S3 server's class path is not known: neither " + list
                        + " (written by the build" + " of examples/world) nor -D" + PROPERTY + " is there");
            }
            jars = Files.readString(list).strip();
        }
        Optional<String> missing = Arrays.stream(jars.split(File.pathSeparator, -1))
                .filter(jar -> !Files.exists(Path.of(jar)))
                .findFirst();
        if (missing.isPresent()) {
            throw new IOException(
                    "the S3 server needs " + missing.get() + ", which is gone; build examples/world again");
        }
        return own + File.pathSeparator + jars;
    }

    private static Path own() {
        try {
            return Path.of(S3ClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this class's own location is not a file", e);
        }
    }
}
