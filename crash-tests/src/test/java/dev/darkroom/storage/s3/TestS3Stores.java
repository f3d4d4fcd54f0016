package dev.darkroom.storage.s3;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;

/** The real store and the AWS SDK over another HTTP client than their own. */
public final class TestS3Stores {
    private TestS3Stores() {}

    public static S3Store store(S3Settings settings, SdkHttpClient http) {
        return new S3Store(settings, new S3Requests(settings, http));
    }

    /** How long the attempt that this thread is making may take. */
    public static Duration allowed() {
        return S3Requests.allowed();
    }
}
