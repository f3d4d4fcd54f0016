package dev.darkroom.codecs.jpeg;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/**
 * Access to the JDK's own JPEG reader. This is the only class that uses {@link IIORegistry}. It selects the reader by class name and
 * module, so ImageIO plugins on the class path have no effect. The native decoder depends on the JDK: Temurin contains libjpeg 6b with
 * fixes, Debian uses the system's libjpeg-turbo.
 */
final class JdkJpeg {
    private static final @Nullable ImageReaderSpi READER = findReader();

    private JdkJpeg() {}

    /** The reason why no reader is available; empty if there is one. */
    static Optional<String> lack() {
        return READER == null ? Optional.of("this JDK's java.desktop has no JPEG reader") : Optional.empty();
    }

    static ImageReader newReader() throws IOException {
        if (READER == null) {
            throw new IOException("no JPEG reader in this JDK");
        }
        return READER.createReaderInstance();
    }

    private static @Nullable ImageReaderSpi findReader() {
        Iterator<ImageReaderSpi> registered =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        while (registered.hasNext()) {
            ImageReaderSpi provider = registered.next();
            Class<?> type = provider.getClass();
            if (type.getName().equals("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi")
                    && "java.desktop".equals(type.getModule().getName())) {
                return provider;
            }
        }
        return null;
    }
}
