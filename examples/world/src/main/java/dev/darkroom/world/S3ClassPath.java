package dev.darkroom.world;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where S3Proxy and what it needs are. The build writes this module's compile class path to {@code target/s3proxy.classpath};
 * none of it is on the class path of who uses the world, since S3Proxy brings other versions of much.
 */
final class S3ClassPath {
    private static final String PROPERTY = "darkroom.s3proxy.classpath";

    private S3ClassPath() {}

    /** This module's own classes and S3Proxy's jars, all of them there. */
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
