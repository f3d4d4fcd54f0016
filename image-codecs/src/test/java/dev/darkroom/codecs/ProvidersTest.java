package dev.darkroom.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Format;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.EncoderProvider;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    @Test
    void everyFormatIsFoundOnTheClassPathAndCanRunHere() {
        assertThat(ServiceLoader.load(DecoderProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(provider -> provider.availability().isAvailable())
                        .flatMap(provider -> provider.formats().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP);
        assertThat(ServiceLoader.load(EncoderProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(provider -> provider.availability().isAvailable())
                        .flatMap(provider -> provider.formats().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Format.JPEG, Format.PNG, Format.WEBP);
    }
}
