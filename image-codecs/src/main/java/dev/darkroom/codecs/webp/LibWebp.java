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
 * libwebp, as webp-imageio binds it: arrays in, arrays out. Its native methods are reached directly, because the Java around them goes by
 * way of {@code BufferedImage} and leaves every options object behind for good (it registers each with a cleaner that the object itself
 * keeps alive). Thread-safe. While a picture is decoded, which may take a second, collectors that cannot pin an array (G1 before Java 22,
 * for one) wait.
 *
 * <p>To be loaded, once, the library is copied to the folder that the system property {@code com.luciad.imageio.webp.tmpdir} names, or
 * else {@code java.io.tmpdir}, under a name that no other process uses, and deleted when the process exits; a process that is killed
 * leaves those 800 KiB behind. No picture is ever written to a file.
 *
 * <p>It decodes too. On the 109 still pictures of libwebp's and others' test suites that were tried, its pixels were those of {@code dwebp}
 * for all 109, in a tenth of the time of TwelveMonkeys' pure Java reader, whose pixels were right for 34 and far off for some.
 */
final class LibWebp {
    private static final String PACKAGE = "com.luciad.imageio.webp.";
    private static final int STATUS_OK = 0;

    private LibWebp() {}

    static Availability availability() {
        return Binding.FOUND == null ? Availability.unavailable(Binding.LACK) : Availability.available();
    }

    /**
     * Whole pictures as 0xAARRGGBB, alpha straight.
     *
     * @return null where libwebp cannot; its status says no more than that (a damaged alpha chunk is "out of memory" to it)
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

    /** A file; null where libwebp fails. */
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
     * @throws ImageException unsupported where the library cannot be loaded
     */
    static void require() throws ImageException {
        if (Binding.FOUND == null) {
            throw ImageException.unsupported(Binding.LACK);
        }
    }

    private static Binding binding() {
        Binding found = Binding.FOUND;
        if (found == null) {
            throw new IllegalStateException(Binding.LACK);
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

    /** The methods, once the library is loaded. WebPWrapper is left alone: where it cannot load it prints a stack trace and goes on. */
    private static final class Binding {
        static final @Nullable Binding FOUND;
        static final String LACK;

        static {
            Binding found = null;
            String lack = "";
            try {
                if (!NativeLoader.initialize()) {
                    throw new UnsatisfiedLinkError("none that fits this system");
                }
                found = new Binding();
                found.deleteConfig.invokeExact((long) found.newConfig.invokeExact());
            } catch (Throwable e) {
                if (e instanceof VirtualMachineError error) {
                    throw error;
                }
                found = null;
                lack = "the bundled libwebp cannot be loaded: " + e.getMessage();
            }
            FOUND = found;
            LACK = lack;
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

    /** Static methods of one class, private ones too. */
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
