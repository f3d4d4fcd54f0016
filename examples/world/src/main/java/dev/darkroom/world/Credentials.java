package dev.darkroom.world;

/** What an S3 server knows a caller by. */
public record Credentials(String identity, String secret) {
    /** The pair the local S3 server is started with. Of no worth anywhere else. */
    public static final Credentials LOCAL = new Credentials("local-identity", "local-credential-0123456789");

    @Override
    public String toString() {
        return "Credentials[" + identity + "]";
    }
}
