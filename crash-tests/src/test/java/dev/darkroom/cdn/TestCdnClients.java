package dev.darkroom.cdn;

import dev.darkroom.spi.delivery.RetryPolicy;
import java.net.URI;
import java.net.http.HttpClient;

/** Makes the real CDN and callback clients with another HTTP client. */
public final class TestCdnClients {
    private TestCdnClients() {}

    public static CdnPublisher cdn(URI url, HttpClient http, RetryPolicy retry) {
        return CdnPublisher.builder(url).retry(retry).client(http).build();
    }

    public static Callback callback(URI url, HttpClient http, RetryPolicy retry) {
        return Callback.builder(url).retry(retry).client(http).build();
    }
}
