package dev.darkroom.storage.s3;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;

/** The real store and the AWS SDK over another HTTP client than their own. */
public final class InMemory {
    private InMemory() {}

    public static S3Store store(S3Settings settings, SdkHttpClient http) {
        return new S3Store(settings, new S3Wire(settings, http));
    }

    /** How long the attempt that this thread is making may take. */
    public static Duration allowed() {
        return S3Wire.allowed();
    }
}
