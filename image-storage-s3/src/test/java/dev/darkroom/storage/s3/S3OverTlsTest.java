package dev.darkroom.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import dev.darkroom.storage.s3.ScriptedS3Server.Request;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store over TLS, as with R2 and S3. There the SDK signs and frames bodies differently. */
@Tag("slow")
class S3OverTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void bodiesArePlainOverTlsToo() throws Exception {
        SSLContext tls = selfSigned();
        // The SDK creates its own socket factory, which trusts the store that these properties name at that moment.
        System.setProperty(
                "javax.net.ssl.trustStore", folder.resolve("server.p12").toString());
        System.setProperty("javax.net.ssl.trustStorePassword", new String(PASSWORD));
        byte[] noise = new byte[3_000_000];
        new Random(2).nextBytes(noise);
        try (ScriptedS3Server server = new ScriptedS3Server(tls.getServerSocketFactory());
                S3Store store = S3Store.r2("account", "AKIDEXAMPLE", "secret", "bucket")
                        .endpoint(server.endpoint())
                        .open()) {
            server.then(200, "ETag: \"abc\"", "").then(200, "ETag: \"abc\"", "content");
            PutOptions options = PutOptions.contentType("image/jpeg").ifAbsent();
            assertThat(store.put("key", Bytes.wrap(noise), options)).isEqualTo(new PutResult.Stored("abc"));
            assertThat(store.get("key", 100)).map(StoredObject::content).contains(Bytes.wrap("content".getBytes()));
            Request put = server.requests().get(0);
            assertThat(put.body()).isEqualTo(noise);
            assertThat(put.headers()).containsEntry("content-length", "3000000").containsEntry("if-none-match", "*");
            server.requests().forEach(R2RequestChecks::check);
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-alias",
                        "server",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
