package dev.darkroom.world;

import java.io.IOException;

/** The main class of the S3 server's process: S3Proxy, and an end to it when the parent's end of the pipe closes. */
final class S3ServerMain {
    private S3ServerMain() {}

    /** Runs until the parent is gone. */
    public static void main(String[] args) throws Exception {
        Thread parent = new Thread(S3ServerMain::awaitParentsEnd, "parent");
        parent.setDaemon(true);
        parent.start();
        // By name: S3Proxy is not a module, and this module does not depend on it.
        Class.forName("org.gaul.s3proxy.Main").getMethod("main", String[].class).invoke(null, (Object) args);
    }

    private static void awaitParentsEnd() {
        try {
            while (System.in.read() >= 0) {
                // the parent writes nothing; only the end matters
            }
        } catch (IOException closed) {
            // the same as the end
        }
        Runtime.getRuntime().halt(0);
    }
}
