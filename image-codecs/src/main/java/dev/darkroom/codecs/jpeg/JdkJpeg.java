package dev.darkroom.codecs.jpeg;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own JPEG reader and writer. The only class that asks {@link IIORegistry}, and it chooses by class and module: whatever
 * plugins are on the class path, they change nothing here. (Which decoder that is depends on the JDK: Temurin's carries libjpeg 6b
 * with fixes, Debian's uses the system's libjpeg-turbo.)
 */
final class JdkJpeg {
    private static final @Nullable ImageReaderSpi READER =
            own(ImageReaderSpi.class, "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");
    private static final @Nullable ImageWriterSpi WRITER =
            own(ImageWriterSpi.class, "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi");

    private JdkJpeg() {}

    /** What is missing, if anything. */
    static Optional<String> lack() {
        return READER == null || WRITER == null
                ? Optional.of("this JDK's java.desktop has no JPEG reader and writer of its own")
                : Optional.empty();
    }

    static ImageReader newReader() throws IOException {
        if (READER == null) {
            throw new IOException("no JPEG reader in this JDK");
        }
        return READER.createReaderInstance();
    }

    static ImageWriter newWriter() throws IOException {
        if (WRITER == null) {
            throw new IOException("no JPEG writer in this JDK");
        }
        return WRITER.createWriterInstance();
    }

    private static <T> @Nullable T own(Class<T> kind, String name) {
        Iterator<T> registered = IIORegistry.getDefaultInstance().getServiceProviders(kind, false);
        while (registered.hasNext()) {
            T provider = registered.next();
            Class<?> type = provider.getClass();
            if (type.getName().equals(name)
                    && "java.desktop".equals(type.getModule().getName())) {
                return provider;
            }
        }
        return null;
    }
}
