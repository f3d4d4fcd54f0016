package dev.darkroom.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.testkit.StoreContract;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract against a real S3 server that checks signatures. */
@Tag("slow")
class S3StoreContractTest implements StoreContract {
    private static S3ProxyBucket bucket;

    @BeforeAll
    static void start() throws Exception {
        bucket = new S3ProxyBucket();
    }

    @AfterAll
    static void stop() throws Exception {
        bucket.close();
    }

    @Override
    public ObjectStore openStore() {
        return bucket.settings().open();
    }

    /** S3Proxy keeps objects as files of a file system; S3 and R2 have no such limit. */
    @Override
    public boolean allowsNestedKeys() {
        return false;
    }

    /** In 300 races on S3Proxy 4.1.0, nine had several winners. With If-None-Match, none had. */
    @Override
    public boolean isIfMatchAtomic() {
        return false;
    }

    /** S3Proxy 4.1.0 writes a file first and its attributes afterwards. Of 40 overwrites, one or two are read in between. */
    @Override
    public boolean isOverwriteAtomic() {
        return false;
    }

    @Test
    void aWrongSecretIsRefusedAndNamesNoSecret() {
        try (S3Store store = S3Store.r2("account", S3ProxyBucket.ACCESS_KEY, "wrong-secret", S3ProxyBucket.BUCKET)
                .endpoint(bucket.endpoint())
                .open()) {
            assertThatThrownBy(() -> store.put("key", Bytes.empty(), PutOptions.plain()))
                    .isInstanceOfSatisfying(ImageException.class, e -> {
                        assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class);
                        assertThat(e.failure().retryable()).isFalse();
                        assertThat(e)
                                .hasMessage(
                                        "the object store answered 403 to a write: the secret does not belong to the"
                                                + " access key; correct it (R2_SECRET_ACCESS_KEY)");
                        assertThat(e.getCause()).hasMessageContaining("SignatureDoesNotMatch");
                        assertThat(e.getCause().toString()).doesNotContain("wrong-secret", S3ProxyBucket.ACCESS_KEY);
                    });
        }
    }

    @Test
    void aMissingBucketIsNoMissingObject() {
        try (S3Store store = S3Store.r2("account", S3ProxyBucket.ACCESS_KEY, S3ProxyBucket.SECRET_KEY, "elsewhere")
                .endpoint(bucket.endpoint())
                .open()) {
            assertThatThrownBy(() -> store.get("key", 10))
                    .hasMessageStartingWith(
                            "the object store answered 404 to a read: there is no bucket \"elsewhere\"");
            assertThatThrownBy(() ->
                            store.put("key", Bytes.empty(), PutOptions.plain().ifAbsent()))
                    .hasMessageStartingWith("the object store answered 404 to a write: there is no bucket");
        }
    }

    @Test
    void aPrefixKeepsStoresApart() throws ImageException {
        try (S3Store whole = bucket.settings().open();
                S3Store part = bucket.settings().prefix("tenant/one").open()) {
            part.put("x.jpg", Bytes.wrap(new byte[] {1}), PutOptions.plain());
            assertThat(whole.head("tenant/one/x.jpg")).isPresent();
            assertThat(whole.head("x.jpg")).isEmpty();
            assertThat(part.copy("x.jpg", "y.jpg", PutOptions.plain()).isStored())
                    .isTrue();
            assertThat(whole.head("tenant/one/y.jpg")).isPresent();
        }
    }

    @Test
    void aUriOpensTheSameBucket() throws ImageException {
        Map<String, String> environment = Map.of(
                "R2_ACCESS_KEY_ID", S3ProxyBucket.ACCESS_KEY,
                "R2_SECRET_ACCESS_KEY", S3ProxyBucket.SECRET_KEY,
                "R2_ENDPOINT", bucket.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", S3ProxyBucket.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", S3ProxyBucket.SECRET_KEY);
        URI r2 = URI.create("r2://account/" + S3ProxyBucket.BUCKET + "/by-uri");
        URI s3 = URI.create("s3://" + S3ProxyBucket.BUCKET + "/by-uri?endpoint=" + bucket.endpoint());
        try (ObjectStore one = new R2StoreProvider().open(r2, environment);
                ObjectStore two = new S3StoreProvider().open(s3, environment)) {
            one.put("x.jpg", Bytes.wrap(new byte[] {1}), PutOptions.plain());
            assertThat(two.head("x.jpg")).isEqualTo(one.head("x.jpg")).isPresent();
        }
    }
}
