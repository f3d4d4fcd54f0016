package dev.darkroom.codecs.jpeg;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own JPEG reader. The only class that asks {@link IIORegistry}, and it chooses by class and module: whatever
 * plugins are on the class path, they change nothing here. (Which decoder that is depends on the JDK: Temurin's carries libjpeg 6b
 * with fixes, Debian's uses the system's libjpeg-turbo.)
 */
final class JdkJpeg {
    private static final @Nullable ImageReaderSpi READER = own();

    private JdkJpeg() {}

    /** What is missing, if anything. */
    static Optional<String> lack() {
        return READER == null ? Optional.of("this JDK's java.desktop has no JPEG reader of its own") : Optional.empty();
    }

    static ImageReader newReader() throws IOException {
        if (READER == null) {
            throw new IOException("no JPEG reader in this JDK");
        }
        return READER.createReaderInstance();
    }

    private static @Nullable ImageReaderSpi own() {
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
