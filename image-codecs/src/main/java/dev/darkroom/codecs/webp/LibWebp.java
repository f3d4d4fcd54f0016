package dev.darkroom.codecs.webp;

import com.luciad.imageio.webp.internal.NativeLoader;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.Availability;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Binding of libwebp through the native methods of webp-imageio, with arrays as input and output. This class calls the native methods
 * directly, for two reasons: webp-imageio's Java code uses {@code BufferedImage}, and it leaks every options object (it registers each
 * object with a cleaner that keeps the object alive). Thread-safe. Decoding a picture may take a second. During this time, garbage
 * collectors that cannot pin an array (for example G1 before Java 22) wait.
 *
 * <p>The native library is loaded once. For this, it is copied to the folder in the system property {@code com.luciad.imageio.webp.tmpdir},
 * or else in {@code java.io.tmpdir}. The file name is unique to the process. The file is deleted when the process exits; a killed process
 * leaves the 800 KiB file behind. Pictures are never written to a file.
 *
 * <p>Libwebp is also used for decoding. A comparison used 109 still pictures of the test suites of libwebp and other projects. The pixels
 * were those of {@code dwebp} for all 109 pictures. TwelveMonkeys' pure Java reader took ten times as long; its pixels were correct for 34
 * pictures and very different for some.
 */
final class LibWebp {
    private static final String PACKAGE = "com.luciad.imageio.webp.";
    private static final int STATUS_OK = 0;

    private LibWebp() {}

    static Availability availability() {
        return Binding.FOUND == null ? Availability.unavailable(Binding.LOAD_ERROR) : Availability.available();
    }

    /**
     * Decodes a whole picture to 0xAARRGGBB with straight alpha.
     *
     * @return the pixels, row after row; null if libwebp fails. Its status code gives no usable reason: a damaged alpha chunk is reported
     *     as "out of memory"
     */
    static int @Nullable [] decode(byte[] file) {
        Binding binding = binding();
        try {
            long options = (long) binding.newDecoderOptions.invokeExact();
            try {
                int[] result = new int[4];
                int[] pixels = (int[]) binding.decode.invokeExact(options, file, 0, file.length, result, false);
                return result[0] == STATUS_OK ? pixels : null;
            } finally {
                binding.deleteDecoderOptions.invokeExact(options);
            }
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** Encodes a picture. Returns the file; null if libwebp fails. */
    static byte @Nullable [] encode(byte[] samples, int width, int height, int channels, WebpSettings settings) {
        Binding binding = binding();
        try {
            long config = (long) binding.newConfig.invokeExact();
            try {
                binding.setQuality.invokeExact(config, settings.quality());
                binding.setMethod.invokeExact(config, settings.method());
                binding.setLossless.invokeExact(config, settings.lossless());
                binding.setNoiseShaping.invokeExact(config, settings.noiseShaping());
                binding.setFilterType.invokeExact(config, settings.filterType());
                MethodHandle encode = channels == 4 ? binding.encodeRgba : binding.encodeRgb;
                return (byte[]) encode.invokeExact(config, samples, width, height, width * channels);
            } finally {
                binding.deleteConfig.invokeExact(config);
            }
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /**
     * @throws ImageException unsupported if the library cannot be loaded
     */
    static void require() throws ImageException {
        if (Binding.FOUND == null) {
            throw ImageException.unsupported(Binding.LOAD_ERROR);
        }
    }

    private static Binding binding() {
        Binding found = Binding.FOUND;
        if (found == null) {
            throw new IllegalStateException(Binding.LOAD_ERROR);
        }
        return found;
    }

    /** The native methods declare no checked exception. */
    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }

    /**
     * The native methods of the loaded library. WebPWrapper is not used, because after a failed load it prints a stack trace and continues.
     */
    private static final class Binding {
        static final @Nullable Binding FOUND;
        static final String LOAD_ERROR;

        static {
            Binding found = null;
            String loadError = "";
            try {
                if (!NativeLoader.initialize()) {
                    throw new UnsatisfiedLinkError("no build for this system");
                }
                found = new Binding();
                found.deleteConfig.invokeExact((long) found.newConfig.invokeExact());
            } catch (Throwable e) {
                if (e instanceof VirtualMachineError error) {
                    throw error;
                }
                found = null;
                loadError = "the bundled libwebp cannot be loaded: " + e.getMessage();
            }
            FOUND = found;
            LOAD_ERROR = loadError;
        }

        final MethodHandle newDecoderOptions;
        final MethodHandle deleteDecoderOptions;
        final MethodHandle decode;
        final MethodHandle newConfig;
        final MethodHandle deleteConfig;
        final MethodHandle setQuality;
        final MethodHandle setMethod;
        final MethodHandle setLossless;
        final MethodHandle setNoiseShaping;
        final MethodHandle setFilterType;
        final MethodHandle encodeRgb;
        final MethodHandle encodeRgba;

        Binding() throws ReflectiveOperationException {
            Natives decoder = new Natives("WebPDecoderOptions");
            newDecoderOptions = decoder.find("createDecoderOptions", long.class);
            deleteDecoderOptions = decoder.find("deleteDecoderOptions", void.class, long.class);
            Natives config = new Natives("WebPEncoderOptions");
            newConfig = config.find("createConfig", long.class);
            deleteConfig = config.find("deleteConfig", void.class, long.class);
            setQuality = config.find("setQuality", void.class, long.class, float.class);
            setMethod = config.find("setMethod", void.class, long.class, int.class);
            setLossless = config.find("setLossless", void.class, long.class, boolean.class);
            setNoiseShaping = config.find("setSnsStrength", void.class, long.class, int.class);
            setFilterType = config.find("setFilterType", void.class, long.class, int.class);
            Natives webp = new Natives("WebP");
            decode = webp.find(
                    "decode", int[].class, long.class, byte[].class, int.class, int.class, int[].class, boolean.class);
            Class<?>[] picture = {long.class, byte[].class, int.class, int.class, int.class};
            encodeRgb = webp.find("encodeRGB", byte[].class, picture);
            encodeRgba = webp.find("encodeRGBA", byte[].class, picture);
        }
    }

    /** Finds static methods of one class, including private methods. */
    private static final class Natives {
        private final Class<?> owner;
        private final Lookup lookup;

        Natives(String name) throws ReflectiveOperationException {
            this.owner = Class.forName(PACKAGE + name);
            this.lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
        }

        MethodHandle find(String name, Class<?> result, Class<?>... parameters) throws ReflectiveOperationException {
            return lookup.findStatic(owner, name, MethodType.methodType(result, parameters));
        }
    }
}
