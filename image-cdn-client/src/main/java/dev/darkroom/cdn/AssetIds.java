package dev.darkroom.cdn;

import dev.darkroom.spi.delivery.TimeSource;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;

/** Makes asset ids: the time in milliseconds in base 36, then 8 random bytes in hex, upper case. Thread-safe. */
final class AssetIds implements Supplier<String> {
    private static final int RANDOM_BYTES = 8;

    private final SecureRandom random = new SecureRandom();
    private final TimeSource time;

    AssetIds(TimeSource time) {
        this.time = time;
    }

    @Override
    public String get() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String id =
                Long.toString(time.now().toEpochMilli(), 36) + HexFormat.of().formatHex(bytes);
        return id.toUpperCase(Locale.ROOT);
    }
}
