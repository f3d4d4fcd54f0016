package dev.darkroom.storage.s3;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;

/** Makes the real S3 store, with the AWS SDK, with another HTTP client. */
public final class TestS3Stores {
    private TestS3Stores() {}

    public static S3Store store(S3Settings settings, SdkHttpClient http) {
        return new S3Store(settings, new S3Requests(settings, http));
    }

    /** The timeout of the current attempt of this thread. */
    public static Duration allowed() {
        return S3Requests.allowed();
    }
}
