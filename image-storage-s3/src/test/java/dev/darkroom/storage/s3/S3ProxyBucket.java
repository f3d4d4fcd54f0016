package dev.darkroom.storage.s3;

import java.net.URI;
import java.time.Duration;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** A bucket on an S3Proxy in this process. The server checks signatures. */
final class S3ProxyBucket implements AutoCloseable {
    static final String BUCKET = "photos";
    static final String ACCESS_KEY = "local-identity";
    static final String SECRET_KEY = "local-credential";

    private final S3Proxy proxy;

    S3ProxyBucket() throws Exception {
        this(Duration.ofMinutes(15));
    }

    /**
     * @param skew allowed difference between the date of a request and the time of this machine
     */
    S3ProxyBucket(Duration skew) throws Exception {
        TransientNio2BlobStore store = new TransientNio2BlobStore();
        store.createContainer(BUCKET);
        proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .maximumTimeSkew(Math.toIntExact(skew.toSeconds()))
                .build();
        proxy.start();
    }

    S3Settings settings() {
        return S3Store.r2("account", ACCESS_KEY, SECRET_KEY, BUCKET).endpoint(endpoint());
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }
}
