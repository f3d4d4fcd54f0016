package dev.darkroom.world;

/** The credentials of a client of an S3 server. */
public record Credentials(String identity, String secret) {
    /** The credentials with which the local S3 server is started. They are valid nowhere else. */
    public static final Credentials LOCAL = new Credentials("local-identity", "local-credential-0123456789");

    @Override
    public String toString() {
        return "Credentials[" + identity + "]";
    }
}
