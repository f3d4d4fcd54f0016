package dev.darkroom.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.spi.delivery.ObjectStoreProvider;
import java.net.URI;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class StoreUrisTest {
    private static final Map<String, String> R2 =
            Map.of("R2_ACCESS_KEY_ID", "the-id", "R2_SECRET_ACCESS_KEY", "the-secret");

    @Test
    void anR2UriNamesAccountBucketAndPrefix() {
        S3Settings settings = R2StoreProvider.settings(URI.create("r2://0123abc/photos/a/b/"), R2);
        assertThat(settings.endpoint()).contains(URI.create("https://0123abc.r2.cloudflarestorage.com"));
        assertThat(settings.bucket()).isEqualTo("photos");
        assertThat(settings.prefix()).isEqualTo("a/b");
        assertThat(settings.region()).isEqualTo("auto");
        assertThat(settings.toString()).isEqualTo("r2 bucket photos");
    }

    @Test
    void anS3UriMayNameRegionAndEndpoint() {
        URI uri = URI.create("s3://photos?region=eu-central-1&endpoint=http%3A%2F%2Flocalhost%3A9000");
        S3Settings settings = S3StoreProvider.settings(uri, Map.of("AWS_REGION", "us-west-2"));
        assertThat(settings.region()).isEqualTo("eu-central-1");
        assertThat(settings.endpoint()).contains(URI.create("http://localhost:9000"));
        assertThat(settings.keys()).isEmpty();
        S3Settings plain = S3StoreProvider.settings(URI.create("s3://photos/p"), Map.of("AWS_REGION", "us-west-2"));
        assertThat(plain.region()).isEqualTo("us-west-2");
        assertThat(plain.endpoint()).isEmpty();
        assertThat(plain.prefix()).isEqualTo("p");
    }

    @Test
    void aMissingSettingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> R2StoreProvider.settings(
                        URI.create("r2://account/photos"), Map.of("R2_ACCESS_KEY_ID", "the-id")))
                .withMessage("R2_SECRET_ACCESS_KEY is not set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3StoreProvider.settings(
                        URI.create("s3://photos"), Map.of("AWS_SECRET_ACCESS_KEY", "the-secret")))
                .withMessage("AWS_ACCESS_KEY_ID is not set");
    }

    @Test
    void aWrongUriIsToldWithoutItsSecrets() {
        for (String uri : new String[] {
            "r2:photos",
            "r2://account",
            "r2://account/",
            "r2://id:the-secret@account/photos",
            "r2://account/photos/../up",
            "r2://acc_ount.evil/photos",
            "r2://account/photos?key=the-secret"
        }) {
            assertThatIllegalArgumentException()
                    .as(uri)
                    .isThrownBy(() -> R2StoreProvider.settings(URI.create(uri), R2))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("the-secret"));
        }
        for (String endpoint :
                new String[] {"ftp://host", "localhost:9000", "http:///x", "https://id:the-secret@host"}) {
            assertThatIllegalArgumentException()
                    .as(endpoint)
                    .isThrownBy(() -> S3Store.s3("photos").endpoint(URI.create(endpoint)))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("the-secret"));
        }
    }

    @Test
    void theProvidersAreFound() {
        assertThat(ServiceLoader.load(ObjectStoreProvider.class))
                .flatExtracting(ObjectStoreProvider::schemes)
                .contains("s3", "r2");
    }

    @Test
    void aContentRangeIsReadOrRefused() {
        assertThat(ContentRange.parse("bytes 4-9/10", 6L)).isEqualTo(new ContentRange(4, 10));
        assertThat(ContentRange.parse(null, 6L)).isEqualTo(new ContentRange(0, 6));
        assertThat(ContentRange.parse(null, null)).isEqualTo(new ContentRange(0, -1));
        for (String odd : new String[] {
            "bytes */10", "bytes 4-9/*", "items 4-9/10", "bytes -1-9/10", "", "bytes 1-2/99999999999999999999"
        }) {
            assertThat(ContentRange.parse(odd, 6L)).as(odd).isEqualTo(new ContentRange(-1, -1));
        }
    }
}
